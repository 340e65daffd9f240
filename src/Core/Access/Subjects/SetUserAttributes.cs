using Roster.Core.Access.Granting;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;

namespace Roster.Core.Access.Subjects;

/// <summary>
/// Keeps other attributes about a user than before, all of them. They can open what a role's condition asks for, so that whoever
/// sets them must reach as far as the user does.
/// </summary>
public sealed class SetUserAttributes(Writing writing)
{
    public async ValueTask<Outcome<UserAttributes>> RunAsync(
        Caller caller, UserRef reference, Attributes attributes, CancellationToken cancellationToken) =>
        attributes.Check("attributes", SubjectFacts.ReservedNames) is { } fault
            ? fault
            : await writing.WriteAsync(
                caller,
                reads => ReadAsync(reads, caller, reference),
                facts => facts.User?.ChangedIn,
                (facts, moment) => Decide(facts, moment, reference, attributes),
                cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, UserRef reference)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var (user, about) = await reference.FindAsync(reads, id => AboutAsync(reads, id));
        return new(await standing, user, about.Attributes, about.Highest);
    }

    private static async ValueTask<(Attributes Attributes, Level Highest)> AboutAsync(IReads reads, Values.UserId id)
    {
        var attributes = reads.UserAttributesAsync(id);
        var highest = reads.HighestLevelAsync(MemberId.User(id));
        return (await attributes, await highest);
    }

    private static Verdict<UserAttributes> Decide(Facts facts, Moment moment, UserRef reference, Attributes attributes)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.User is not { } user)
        {
            return reference.Unknown();
        }

        if (attributes.Equals(facts.Attributes))
        {
            return Verdict<UserAttributes>.Of(new(user, attributes));
        }

        return Permission.Above(facts.Standing, facts.Highest) is { } above
            ? above
            : Verdict<UserAttributes>.Of(
                new(user with { ChangedIn = moment.Number(0), ChangedAt = moment.Now }, attributes),
                new UserAttributesSet(user.Id, attributes));
    }

    private sealed record Facts(Outcome<Standing> Standing, User? User, Attributes? Attributes, Level Highest);
}
