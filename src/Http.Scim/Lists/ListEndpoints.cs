using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Lists;

/// <summary>Lists of users, of groups, and of both: asked for by a query, or by a SearchRequest.</summary>
internal sealed class ListEndpoints(Lister lister, IEnumerable<IListing> listings)
{
    // In the order in which queries over all of them go.
    private readonly IReadOnlyList<IListing> _all = [.. ResourceType.All.SelectMany(type => listings.Where(listing => listing.Type == type))];

    public ValueTask AllAsync(Exchange exchange) => QueryAsync(exchange, _all, Lister.Everything);

    public ValueTask SearchAllAsync(Exchange exchange) => SearchAsync(exchange, _all, Lister.Everything);

    public Func<Exchange, ValueTask> ListOf(ResourceType type) => exchange => QueryAsync(exchange, Of(type), type.Endpoint);

    public Func<Exchange, ValueTask> SearchOf(ResourceType type) => exchange => SearchAsync(exchange, Of(type), type.Endpoint);

    private IReadOnlyList<IListing> Of(ResourceType type) => [.. _all.Where(listing => listing.Type == type)];

    private async ValueTask QueryAsync(Exchange exchange, IReadOnlyList<IListing> wanted, string endpoint)
    {
        if (!await exchange.RefusedAsync(ListParameters.Read(exchange.Context.Request.Query, out var parameters)))
        {
            await lister.AnswerAsync(exchange, wanted, endpoint, parameters);
        }
    }

    private async ValueTask SearchAsync(Exchange exchange, IReadOnlyList<IListing> wanted, string endpoint)
    {
        if (await exchange.ReadObjectAsync() is { } body && !await exchange.RefusedAsync(ListParameters.Read(body, out var parameters)))
        {
            await lister.AnswerAsync(exchange, wanted, endpoint, parameters);
        }
    }
}
