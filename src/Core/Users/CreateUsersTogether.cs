using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>Adds several users who name one another in what is kept about them: all in one set, or none.</summary>
public sealed class CreateUsersTogether(Writing writing)
{
    /// <param name="names">Of the users; their ids follow from them.</param>
    /// <param name="requests">What each is to be, once their ids are known. Pure, and may run again.</param>
    public ValueTask<Outcome<IReadOnlyList<User>>> RunAsync(
        Caller caller,
        IReadOnlyList<UserName> names,
        Func<IReadOnlyList<UserId>, Outcome<IReadOnlyList<CreateUserRequest>>> requests,
        CancellationToken cancellationToken)
    {
        UserId[] fresh = [.. names.Select(_ => writing.Ids.NextUser())];
        return writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, names),
            (facts, moment) => Decide(facts, moment, names, fresh, requests),
            cancellationToken);
    }

    private static async ValueTask<IReadOnlyList<CreateUser.Facts>> ReadAsync(
        IReads reads, Caller caller, IReadOnlyList<UserName> names)
    {
        var all = new List<CreateUser.Facts>();
        foreach (var finding in names.Select(name => CreateUser.ReadAsync(reads, caller, new CreateUserRequest(name))).ToArray())
        {
            all.Add(await finding);
        }

        return all;
    }

    private static Verdict<IReadOnlyList<User>> Decide(
        IReadOnlyList<CreateUser.Facts> facts,
        Moment moment,
        IReadOnlyList<UserName> names,
        UserId[] fresh,
        Func<IReadOnlyList<UserId>, Outcome<IReadOnlyList<CreateUserRequest>>> requests)
    {
        var wanted = requests([.. facts.Zip(fresh, (found, id) => found.DeletedId ?? id)]);
        if (wanted.Failed(out var unclear))
        {
            return unclear;
        }

        var users = new List<User>();
        var changes = new List<Change>();
        for (var i = 0; i < names.Count; i++)
        {
            var (request, fold) = (wanted.Value[i], names[i].Fold);
            var isTaken = facts[i].NameTaken || names.Take(i).Any(name => name.Fold == fold);
            var verdict = CreateUser.Check(request) is { } fault
                ? fault
                : CreateUser.Decide(
                    facts[i] with { NameTaken = isTaken }, moment with { Revision = moment.Revision + changes.Count }, request, fresh[i], null);
            if (verdict.Answer.Failed(out var refused))
            {
                return refused;
            }

            users.Add(verdict.Answer.Value.User);
            changes.AddRange(verdict.Changes);
        }

        return Verdict<IReadOnlyList<User>>.Of(users, changes);
    }
}
