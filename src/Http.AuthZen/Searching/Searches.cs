using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Http.AuthZen.Reading;

namespace Roster.Http.AuthZen.Searching;

/// <summary>Who may, to what, and what: each page is found after the one before it, and no search holds all that there is.</summary>
internal sealed class Searches(IStore store, SearchSubjects subjects, SearchResources resources, SearchActions actions)
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");

    public ValueTask SubjectsAsync(Exchange exchange) => AnswerAsync<SubjectSearch>(
        exchange,
        SearchRequest.Subjects,
        (search, after, limit) => subjects.RunAsync(exchange.Caller, search, after, limit, exchange.Cancellation),
        static (json, search, id) => WriteEntity(json, search.Type, id));

    public ValueTask ResourcesAsync(Exchange exchange) => AnswerAsync<ResourceSearch>(
        exchange,
        SearchRequest.Resources,
        (search, after, limit) => resources.RunAsync(exchange.Caller, search, after, limit, exchange.Cancellation),
        static (json, search, id) => WriteEntity(json, search.Type, id));

    public ValueTask ActionsAsync(Exchange exchange) => AnswerAsync<ActionSearch>(
        exchange,
        SearchRequest.Actions,
        (search, after, limit) => actions.RunAsync(exchange.Caller, search, after, limit, exchange.Cancellation),
        static (json, _, name) => json.WriteString(Name, name));

    private async ValueTask AnswerAsync<TSearch>(
        Exchange exchange,
        Form<SearchRequest<TSearch>> form,
        Func<TSearch, string, int, ValueTask<Outcome<AccessPage>>> find,
        Action<Utf8JsonWriter, TSearch, string> write)
    {
        if (await exchange.ReadAsync(form) is not { } request)
        {
            return;
        }

        var place = Place(exchange, request.Hash, request.Page);
        if (await exchange.RefusedAsync(place.Fault))
        {
            return;
        }

        var (limit, after) = (place.Value.Limit, place.Value.After);

        // Who wants no results is told whether there are any.
        var found = await find(request.Search, after, Math.Max(limit, 1));
        if (await exchange.RefusedAsync(found))
        {
            return;
        }

        var (ids, next) = limit > 0 || found.Value.Ids.Count == 0
            ? (found.Value.Ids, found.Value.Next is { } last ? new PageToken(limit, last) : null)
            : ([], new PageToken(limit, after));
        var token = next?.Encode(exchange, store.Secret.Span, request.Hash);
        await exchange.AnswerAsync(200, (request, ids, token, write), static (json, answer) =>
        {
            json.WriteStartObject();
            if (answer.request.Page is not null || answer.token is not null)
            {
                WritePage(json, answer.token ?? "", answer.ids.Count);
            }

            json.WriteStartArray("results"u8);
            foreach (var id in answer.ids)
            {
                json.WriteStartObject();
                answer.write(json, answer.request.Search, id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Where to go on, and how far: the token says it all, and what is said beside it has to be the same.</summary>
    private Outcome<PageToken> Place(Exchange exchange, byte[] hash, PageRequest? page)
    {
        if (page?.Token is not { } token)
        {
            return new PageToken(page is null ? PageRequest.MaxLimit : page.Limit ?? PageRequest.DefaultLimit, "");
        }

        return PageToken.Decode(exchange, store.Secret.Span, hash, token) is not { } place
            ? Fault.Invalid("page.token", "is not a token of this search")
            : page.Limit is { } limit && limit != place.Limit
                ? Fault.Invalid("page.limit", "must be that of the search's first page")
                : place;
    }

    private static void WritePage(Utf8JsonWriter json, string token, int count)
    {
        json.WriteStartObject("page"u8);
        json.WriteString("next_token"u8, token);
        json.WriteNumber("count"u8, count);
        json.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter json, string type, string id)
    {
        json.WriteString("type"u8, type);
        json.WriteString("id"u8, id);
    }
}
