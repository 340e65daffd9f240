using Microsoft.Extensions.DependencyInjection;
using Roster.Sdk.Transport;

namespace Roster.Sdk;

/// <summary>
/// Registers clients whose connections are <c>IHttpClientFactory</c>'s. Ask for them where they are used: each is made anew and cheap. The builder
/// takes handlers of one's own, for logs or measures. Retries are the client's already.
/// </summary>
public static class RosterSdkServices
{
    /// <inheritdoc cref="RosterClient(Uri, string, RosterClientOptions?)"/>
    public static IHttpClientBuilder AddRosterClient(
        this IServiceCollection services, Uri baseAddress, string key, RosterClientOptions? options = null) =>
        services.Add(nameof(RosterClient), http => new RosterClient(baseAddress, key, (options ?? new()) with { HttpClient = http }));

    /// <inheritdoc cref="FivetranClient(string, string, FivetranClientOptions?)"/>
    public static IHttpClientBuilder AddFivetranClient(
        this IServiceCollection services, string apiKey, string apiSecret, FivetranClientOptions? options = null) =>
        services.Add(nameof(FivetranClient), http => new FivetranClient(apiKey, apiSecret, (options ?? new()) with { HttpClient = http }));

    /// <inheritdoc cref="WhyLabsClient(string, WhyLabsClientOptions?)"/>
    public static IHttpClientBuilder AddWhyLabsClient(this IServiceCollection services, string apiKey, WhyLabsClientOptions? options = null) =>
        services.Add(nameof(WhyLabsClient), http => new WhyLabsClient(apiKey, (options ?? new()) with { HttpClient = http }));

    // The client keeps the time of each request, and the handler follows no redirect with its key.
    private static IHttpClientBuilder Add<TClient>(this IServiceCollection services, string name, Func<HttpClient, TClient> make)
        where TClient : class
        => services
            .AddHttpClient(name, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Handlers.NewSockets)
            .AddTypedClient((http, _) => make(http));
}
