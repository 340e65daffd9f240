namespace Roster.Http;

/// <summary>Where clients reach this server, as configured; every absolute link starts with it, never with the <c>Host</c> header.</summary>
/// <param name="Base">Without a slash at its end.</param>
public sealed record PublicUrl(string Base)
{
    /// <summary>False where nobody said so, and the base is the first address that the server listens on.</summary>
    public bool IsConfigured { get; init; } = true;

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => Base + path;
}
