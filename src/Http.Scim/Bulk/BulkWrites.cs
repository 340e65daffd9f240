using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Groups;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;
using Roster.Http.Scim.Users;

namespace Roster.Http.Scim.Bulk;

/// <summary>Does one operation in a transaction of its own, or a ring of new users in one.</summary>
internal sealed class BulkWrites(
    CreateUser create, CreateUsersTogether createTogether, RewriteUser rewrite, DeleteUser delete, GroupWrites groups)
{
    private delegate ScimError? Reading(string id, JsonElement body, Refused refused, out Func<User, Outcome<RewrittenUser>> rewrite);

    /// <param name="id">Of what is written; empty for what is made.</param>
    /// <param name="data">With ids in the place of names.</param>
    public ValueTask<Written> RunAsync(
        Caller caller, BulkOperation operation, string id, JsonElement data, CancellationToken cancellationToken)
    {
        var onTerms = caller with { Terms = new Terms(operation.Version is { } version ? Versions.Expected(version) : null) };
        return (operation.Type == ResourceType.User, operation.Method.ToUpperInvariant()) switch
        {
            (true, "POST") => CreateAsync(caller, data, cancellationToken),
            (true, "PUT") => RewriteAsync(onTerms, id, data, UserBody.ReadWhole, cancellationToken),
            (true, "PATCH") => RewriteAsync(onTerms, id, data, UserBody.ReadPatch, cancellationToken),
            (true, _) => DeleteAsync(onTerms, id, cancellationToken),
            (false, "POST") => groups.CreateAsync(caller, data, cancellationToken),
            (false, "PUT") => groups.ReplaceAsync(onTerms, id, data, cancellationToken),
            (false, "PATCH") => groups.PatchAsync(onTerms, id, data, cancellationToken),
            (false, _) => groups.DeleteAsync(onTerms, id, cancellationToken),
        };
    }

    /// <summary>New users who name one another.</summary>
    /// <param name="resolve">The data of each, with the ids that the users will have.</param>
    public async ValueTask<IReadOnlyList<Written>> CreateTogetherAsync(
        Caller caller,
        IReadOnlyList<JsonElement> data,
        Func<IReadOnlyList<UserId>, IReadOnlyList<JsonElement>> resolve,
        CancellationToken cancellationToken)
    {
        var refused = new Refused();
        var read = ReadAll(data, refused);
        if (read.Failed(out var unread))
        {
            return [.. data.Select(_ => Written.Refused(refused.Of(unread)))];
        }

        var created = await createTogether.RunAsync(
            caller, [.. read.Value.Select(request => request.Name)], ids => ReadAll(resolve(ids), refused), cancellationToken);
        return created.Failed(out var fault)
            ? [.. data.Select(_ => Written.Refused(refused.Of(fault), created.Revision))]
            : [.. created.Value.Select(user => new Written(null, user.Id.Value, user.ChangedIn, created.Revision))];
    }

    private static Outcome<IReadOnlyList<CreateUserRequest>> ReadAll(IReadOnlyList<JsonElement> data, Refused refused)
    {
        var requests = new List<CreateUserRequest>();
        foreach (var body in data)
        {
            if (UserBody.ReadNew(body, out var written) is { } error)
            {
                return refused.As(error);
            }

            requests.Add(written!.ToRequest());
        }

        return requests;
    }

    private async ValueTask<Written> CreateAsync(Caller caller, JsonElement data, CancellationToken cancellationToken)
    {
        if (UserBody.ReadNew(data, out var written) is { } error)
        {
            return Written.Refused(error);
        }

        return Of(await create.RunAsync(caller, written!.ToRequest(), cancellationToken), found => found.User);
    }

    private async ValueTask<Written> RewriteAsync(
        Caller caller, string id, JsonElement data, Reading read, CancellationToken cancellationToken)
    {
        var refused = new Refused();
        if (read(id, data, refused, out var change) is { } error)
        {
            return Written.Refused(error);
        }

        return Of(await rewrite.RunAsync(caller, new UserId(id), change, cancellationToken), user => user, refused);
    }

    private async ValueTask<Written> DeleteAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        var deleted = await delete.RunAsync(caller, new UserId(id), cancellationToken);
        return deleted.Failed(out var fault) ? Written.Refused(ScimFaults.Of(fault), deleted.Revision) : new(null, id, 0, deleted.Revision);
    }

    private static Written Of<T>(Outcome<T> outcome, Func<T, User> user, Refused? refused = null) => outcome.Failed(out var fault)
        ? Written.Refused((refused ?? new Refused()).Of(fault), outcome.Revision)
        : new(null, user(outcome.Value).Id.Value, user(outcome.Value).ChangedIn, outcome.Revision);
}
