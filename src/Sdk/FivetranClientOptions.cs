namespace Roster.Sdk;

/// <summary>What a <see cref="FivetranClient"/> can be told.</summary>
public sealed record FivetranClientOptions : ClientOptions
{
    /// <summary>Where the hosted service is.</summary>
    public static Uri HostedService { get; } = new("https://api.fivetran.com");

    /// <summary>The server's address, with or without <c>/v1</c>.</summary>
    public Uri BaseAddress { get; init; } = HostedService;

    /// <summary>Asks for connections by the older paths, <c>/connectors</c>.</summary>
    public bool UseConnectorPaths { get; init; }
}
