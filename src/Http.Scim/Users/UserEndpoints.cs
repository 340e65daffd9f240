using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Users;

/// <summary>One user: created, shown, replaced, patched and deleted.</summary>
internal sealed class UserEndpoints(IStore store, CreateUser create, RewriteUser rewrite, DeleteUser delete, PublicUrl publicUrl)
{
    private delegate ScimError? Reading(string id, JsonElement body, Refused refused, out Func<User, Outcome<RewrittenUser>> rewrite);

    public async ValueTask CreateAsync(Exchange exchange)
    {
        if (await exchange.ReadSelectionAsync(ResourceType.User) is not { } selection
            || await exchange.ReadObjectAsync() is not { } body
            || await exchange.RefusedAsync(UserBody.ReadNew(body, out var written))
            || await exchange.RefusedNewUsersAsync())
        {
            return;
        }

        var created = await create.RunAsync(exchange.Caller, written!.ToRequest(), exchange.Cancellation);
        if (!await exchange.RefusedAsync(created))
        {
            await ShowAsync(exchange, StatusCodes.Status201Created, created.Value.User, selection);
        }
    }

    public ValueTask GetAsync(Exchange exchange) => GetAsync(exchange, IdOf(exchange));

    public ValueTask PutAsync(Exchange exchange) => RewriteAsync(exchange, IdOf(exchange), UserBody.ReadWhole);

    public ValueTask PatchAsync(Exchange exchange) => RewriteAsync(exchange, IdOf(exchange), UserBody.ReadPatch);

    public ValueTask DeleteAsync(Exchange exchange) => DeleteAsync(exchange, IdOf(exchange));

    public ValueTask GetMeAsync(Exchange exchange) => OfOwner(exchange, GetAsync);

    public ValueTask PutMeAsync(Exchange exchange) => OfOwner(exchange, (me, id) => RewriteAsync(me, id, UserBody.ReadWhole));

    public ValueTask PatchMeAsync(Exchange exchange) => OfOwner(exchange, (me, id) => RewriteAsync(me, id, UserBody.ReadPatch));

    public ValueTask DeleteMeAsync(Exchange exchange) => OfOwner(exchange, DeleteAsync);

    public static ValueTask CreateMeAsync(Exchange exchange) => exchange.AnswerAsync(new ScimError(501, null, "Nobody can create themselves here."));

    private static UserId IdOf(Exchange exchange) => new(exchange.Path("id"));

    private static ValueTask OfOwner(Exchange exchange, Func<Exchange, UserId, ValueTask> handle) =>
        exchange.Caller.Actor.Owner is { } owner
            ? handle(exchange, owner)
            : exchange.AnswerAsync(new ScimError(404, null, "The key belongs to no user."));

    private async ValueTask GetAsync(Exchange exchange, UserId id)
    {
        if (await exchange.ReadSelectionAsync(ResourceType.User) is not { } selection)
        {
            return;
        }

        var links = Links.Of(exchange, publicUrl);
        var found = await store.AskAsync(exchange.Caller, FindAsync, exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await exchange.ShowUnlessKnownAsync(ResourceType.User, found.Value, selection);
        }

        async ValueTask<Outcome<Asked>> FindAsync(IReads reads) => await reads.UserAsync(id) is { } user
            ? new Asked(
                await UserResources.ShownAsync(reads, user, selection, links),
                await Versions.IsKnownAsync(exchange.Context.Request, reads, user.ChangedIn, user.ChangedAt))
            : UserRef.ById(id.Value).Unknown();
    }

    private async ValueTask RewriteAsync(Exchange exchange, UserId id, Reading read)
    {
        var refused = new Refused();
        if (await exchange.ReadSelectionAsync(ResourceType.User) is not { } selection
            || await exchange.ReadObjectAsync() is not { } body
            || await exchange.RefusedAsync(read(id.Value, body, refused, out var change)))
        {
            return;
        }

        var changed = await rewrite.RunAsync(exchange.OnTerms(), id, change, exchange.Cancellation);
        if (!await exchange.RefusedAsync(changed, refused))
        {
            await ShowAsync(exchange, StatusCodes.Status200OK, changed.Value, selection);
        }
    }

    private async ValueTask DeleteAsync(Exchange exchange, UserId id)
    {
        if (!await exchange.RefusedAsync(await delete.RunAsync(exchange.OnTerms(), id, exchange.Cancellation)))
        {
            await exchange.AnswerAsync(StatusCodes.Status204NoContent);
        }
    }

    /// <summary>Asks nothing about the key: what it has just done may have ended it.</summary>
    private async ValueTask ShowAsync(Exchange exchange, int status, User user, Selection selection)
    {
        var links = Links.Of(exchange, publicUrl);
        var shown = await store.ReadAsync(
            exchange.Account, async reads => Outcome.Of(await UserResources.ShownAsync(reads, user, selection, links)), exchange.Cancellation);
        await exchange.ShowAsync(status, ResourceType.User, shown.Value, selection);
    }
}
