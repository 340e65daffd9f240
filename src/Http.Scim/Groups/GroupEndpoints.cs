using Microsoft.AspNetCore.Http;
using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Groups;

/// <summary>One group: created, shown, replaced, patched and deleted.</summary>
internal sealed class GroupEndpoints(IStore store, GroupWrites writes, PublicUrl publicUrl)
{
    /// <summary>Of a larger group a PATCH answers nothing but that it is done, unless it says what it wants to see.</summary>
    private const int MostShown = 1_000;

    public async ValueTask CreateAsync(Exchange exchange)
    {
        if (await exchange.ReadSelectionAsync(ResourceType.Group) is { } selection && await exchange.ReadObjectAsync() is { } body)
        {
            await AnswerAsync(exchange, StatusCodes.Status201Created, await writes.CreateAsync(exchange.Caller, body, exchange.Cancellation), selection);
        }
    }

    public async ValueTask GetAsync(Exchange exchange)
    {
        if (await exchange.ReadSelectionAsync(ResourceType.Group) is not { } selection)
        {
            return;
        }

        var (id, links) = (exchange.Path("id"), Links.Of(exchange, publicUrl));
        var place = GroupIds.ScopeOf(exchange.Caller.Account, id);
        var found = await store.AskAsync(exchange.Caller, place, ShowAsync, exchange.Cancellation);
        exchange.At(found.Revision);
        if (!await exchange.RefusedAsync(found)
            && !await exchange.RefusedAsync(found.Value is null ? GroupWrites.Unknown(id) : null))
        {
            await exchange.ShowUnlessKnownAsync(ResourceType.Group, found.Value!, selection);
        }

        async ValueTask<Outcome<Asked?>> ShowAsync(IReads reads)
        {
            if (await reads.GroupAsync(id) is not { } row)
            {
                return Outcome.Of<Asked?>(null);
            }

            // Who has the group as it is need not wait for the members.
            return await Versions.IsKnownAsync(exchange.Context.Request, reads, row.ChangedIn, row.ChangedAt)
                ? new Asked(GroupResources.Of(row, links), IsKnown: true)
                : new Asked(await GroupResources.ShownAsync(reads, row, selection, links), IsKnown: false);
        }
    }

    public async ValueTask PutAsync(Exchange exchange)
    {
        if (await exchange.ReadSelectionAsync(ResourceType.Group) is { } selection && await exchange.ReadObjectAsync() is { } body)
        {
            var written = await writes.ReplaceAsync(exchange.OnTerms(), exchange.Path("id"), body, exchange.Cancellation);
            await AnswerAsync(exchange, StatusCodes.Status200OK, written, selection);
        }
    }

    public async ValueTask PatchAsync(Exchange exchange)
    {
        if (await exchange.ReadSelectionAsync(ResourceType.Group) is { } selection && await exchange.ReadObjectAsync() is { } body)
        {
            var written = await writes.PatchAsync(exchange.OnTerms(), exchange.Path("id"), body, exchange.Cancellation);
            await AnswerAsync(exchange, StatusCodes.Status200OK, written, selection, selection.IsNarrowed ? int.MaxValue : MostShown);
        }
    }

    public async ValueTask DeleteAsync(Exchange exchange)
    {
        var written = await writes.DeleteAsync(exchange.OnTerms(), exchange.Path("id"), exchange.Cancellation);
        exchange.At(written.Revision);
        if (!await exchange.RefusedAsync(written.Error))
        {
            await exchange.AnswerAsync(StatusCodes.Status204NoContent);
        }
    }

    /// <summary>Asks nothing about the key: what it has just done may have ended it.</summary>
    private async ValueTask AnswerAsync(Exchange exchange, int status, Written written, Selection selection, int mostShown = int.MaxValue)
    {
        exchange.At(written.Revision);
        if (await exchange.RefusedAsync(written.Error))
        {
            return;
        }

        var links = Links.Of(exchange, publicUrl);
        var shown = await store.ReadAsync(exchange.Account, ShowAsync, exchange.Cancellation);
        if (shown.Value is { } resource)
        {
            await exchange.ShowAsync(status, ResourceType.Group, resource, selection);
            return;
        }

        // Too large to be shown; or deleted since by somebody else.
        var headers = exchange.Context.Response.Headers;
        headers.Location = links.To(ResourceType.Group, written.Id);
        headers.ETag = Versions.Of(written.Version);
        await exchange.AnswerAsync(StatusCodes.Status204NoContent);

        async ValueTask<Outcome<ScimObject?>> ShowAsync(IReads reads) =>
            await reads.GroupAsync(written.Id) is { } row
            && (mostShown == int.MaxValue || await reads.CountMembersAsync(row.Scope, row.Level, mostShown + 1) <= mostShown)
                ? await GroupResources.ShownAsync(reads, row, selection, links)
                : Outcome.Of<ScimObject?>(null);
    }
}
