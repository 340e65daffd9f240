namespace Roster.Sdk;

/// <summary>What a <see cref="WhyLabsClient"/> can be told.</summary>
public sealed record WhyLabsClientOptions : ClientOptions
{
    /// <summary>Where the hosted service is.</summary>
    public static Uri HostedService { get; } = new("https://api.whylabsapp.com");

    public Uri BaseAddress { get; init; } = HostedService;
}
