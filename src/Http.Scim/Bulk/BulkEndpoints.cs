using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Groups;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Bulk;

/// <summary>Many operations in one request, each answered for itself, in the order in which they were sent.</summary>
internal sealed class BulkEndpoints(IStore store, BulkWrites writes, PublicUrl publicUrl)
{
    public async ValueTask RunAsync(Exchange exchange)
    {
        if (await exchange.ReadObjectAsync() is not { } body
            || await exchange.RefusedAsync(BulkRequest.Read(body, out var request))
            || await RefusedAsync(exchange))
        {
            return;
        }

        var done = await new BulkRun(exchange, writes, request).RunAsync();
        var links = Links.Of(exchange, publicUrl);
        await exchange.SayAsync(StatusCodes.Status200OK, request.Operations.Zip(done), (json, all) => Write(json, all, links));
    }

    /// <summary>Who may write nothing is told so once. What each operation needs is judged again with it.</summary>
    private async ValueTask<bool> RefusedAsync(Exchange exchange)
    {
        var caller = exchange.Caller;
        var standing = await store.ReadAsync(caller.Account, reads => reads.StandingAsync(caller, ScopeId.Account(caller.Account)), exchange.Cancellation);
        exchange.At(standing.Revision);
        return await exchange.RefusedAsync(Permission.Needs(standing, Grants.Provision));
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<(BulkOperation Operation, Written? Written)> all, Links links)
    {
        json.WriteStartObject();
        json.WriteStartArray("schemas"u8);
        json.WriteStringValue(Urns.BulkResponse);
        json.WriteEndArray();
        json.WriteStartArray("Operations"u8);
        foreach (var (operation, result) in all)
        {
            if (result is { } written)
            {
                Write(json, operation, written, links);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BulkOperation operation, Written written, Links links)
    {
        json.WriteStartObject();
        json.WriteString("method"u8, operation.Method);
        if (operation.BulkId is { } bulkId)
        {
            json.WriteString("bulkId"u8, bulkId);
        }

        var id = written.Error is null ? written.Id : operation.Id;
        if (operation.Type is { } type && id is not null && BulkReferences.NameIn(id) is null)
        {
            json.WriteString("location"u8, links.To(type, id));
        }

        if (written is { Error: null, Version: > 0 })
        {
            json.WriteString("version"u8, Versions.Of(written.Version));
        }

        json.WriteString("status"u8, (written.Error?.Status ?? Status(operation)).ToString());
        if (written.Error is { } error)
        {
            json.WritePropertyName("response"u8);
            ErrorWire.Write(json, error);
        }

        json.WriteEndObject();
    }

    private static int Status(BulkOperation operation) => operation.Method.ToUpperInvariant() switch
    {
        "POST" => StatusCodes.Status201Created,
        "DELETE" => StatusCodes.Status204NoContent,
        _ => StatusCodes.Status200OK,
    };
}
