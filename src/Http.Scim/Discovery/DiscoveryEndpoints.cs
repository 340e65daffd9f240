using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Discovery;

/// <summary>What the server can do and which attributes it knows. It says nothing about any account, so anyone may ask.</summary>
internal sealed class DiscoveryEndpoints(ScimOptions options, PublicUrl publicUrl)
{
    private readonly IReadOnlyList<SchemaDocument> _schemas =
    [
        UserSchema.Core2, UserSchema.Enterprise, GroupSchema.Core2,
        SelfSchemas.ServiceProviderConfig(options.AdvertisesPagination), SelfSchemas.ResourceType, SelfSchemas.Schema,
    ];

    public ValueTask ConfigAsync(Exchange exchange) =>
        OneAsync(exchange, options, static (json, shown, links) => ServiceProviderConfigWire.Write(json, shown, links));

    public ValueTask TypesAsync(Exchange exchange) => AllAsync(exchange, ResourceType.All, ResourceTypeWire.Write);

    public ValueTask TypeAsync(Exchange exchange) =>
        OneAsync(exchange, ResourceType.All.FirstOrDefault(type => type.Name == exchange.Path("kind")), ResourceTypeWire.Write);

    public ValueTask SchemasAsync(Exchange exchange) => AllAsync(exchange, _schemas, SchemaWire.Write);

    public ValueTask SchemaAsync(Exchange exchange) =>
        OneAsync(exchange, _schemas.FirstOrDefault(schema => Urns.Same(schema.Urn, exchange.Path("kind"))), SchemaWire.Write);

    private ValueTask OneAsync<T>(Exchange exchange, T? one, Action<Utf8JsonWriter, T, Links> write)
        where T : class
    {
        if ((Problem(exchange) ?? (one is null ? new ScimError(404, null, "There is no such document.") : null)) is { } problem)
        {
            return exchange.AnswerAsync(problem);
        }

        var links = Links.Of(exchange, publicUrl);
        return exchange.SayAsync(StatusCodes.Status200OK, one!, (json, shown) => write(json, shown, links));
    }

    private ValueTask AllAsync<T>(Exchange exchange, IReadOnlyList<T> all, Action<Utf8JsonWriter, T, Links> write)
    {
        if (Problem(exchange) is { } problem)
        {
            return exchange.AnswerAsync(problem);
        }

        var links = Links.Of(exchange, publicUrl);
        return exchange.SayAsync(StatusCodes.Status200OK, all, (json, shown) => ListWire.Write(json, shown, (each, one) => write(each, one, links)));
    }

    /// <summary>A filter here would look as if it had chosen; everything else in the query is passed over.</summary>
    private static ScimError? Problem(Exchange exchange) =>
        !ScimAnswers.IsAcceptable(exchange) ? ScimFaults.Of(new HttpFault(HttpFaultKind.NotAcceptable))
        : exchange.Context.Request.Query.ContainsKey("filter") ? new(403, null, "filter: is not supported here.")
        : null;
}
