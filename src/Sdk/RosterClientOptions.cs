namespace Roster.Sdk;

/// <summary>What a <see cref="RosterClient"/> can be told.</summary>
public sealed record RosterClientOptions : ClientOptions
{
    /// <summary>
    /// Whether each request names the latest revision that this client has seen. Read-only replicas may then answer it, and never from older
    /// knowledge; without it every read is answered by a server that knows the latest.
    /// </summary>
    public bool NameRevisions { get; init; }
}
