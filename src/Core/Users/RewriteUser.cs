using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>A user as somebody wants them to be.</summary>
/// <param name="Person">What may differ from how they are; what is absent stays.</param>
/// <param name="Active">False for one who is active ends their roles, keys and open invitations; true restores none of them.</param>
public sealed record RewrittenUser(PersonPatch Person, bool Active);

/// <summary>Changes a user into what a function of how they are says, under the lock, so that nobody changes them in between.</summary>
public sealed class RewriteUser(Writing writing)
{
    /// <param name="rewrite">Pure, and may run again.</param>
    /// <returns>The user as they are then. Where nothing differs, nothing is written.</returns>
    public ValueTask<Outcome<User>> RunAsync(
        Caller caller, UserId user, Func<User, Outcome<RewrittenUser>> rewrite, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, user, rewrite),
            facts => facts.About.User?.ChangedIn,
            (facts, moment) => Decide(facts, moment, caller),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(
        IReads reads, Caller caller, UserId id, Func<User, Outcome<RewrittenUser>> rewrite)
    {
        var request = await reads.UserAsync(id) is { } user
            ? Request(user, rewrite(user))
            : new ChangeUserRequest(id, new PersonPatch());
        var about = await ChangeUser.ReadAsync(reads, caller, request.Fault is null ? request.Value : new(id, new PersonPatch()));
        return new(request, about);
    }

    private static Outcome<ChangeUserRequest> Request(User user, Outcome<RewrittenUser> wanted)
    {
        if ((wanted.Fault ?? PersonRules.Check(wanted.Value.Person)) is { } fault)
        {
            return fault;
        }

        // Said once more of who is inactive, it would end roles that they were given since.
        var active = wanted.Value.Active == user.Active ? default : new Optional<bool>(wanted.Value.Active);
        return new ChangeUserRequest(user.Id, PersonRules.Difference(user, wanted.Value.Person) ?? new PersonPatch(), active);
    }

    private static Verdict<User> Decide(Facts facts, Moment moment, Caller caller)
    {
        if (Permission.Needs(facts.About.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.Request.Failed(out var fault))
        {
            return fault;
        }

        var verdict = ChangeUser.Decide(facts.About, moment, facts.Request.Value, caller);
        return verdict.Answer.Failed(out var unable) ? unable : Verdict<User>.Of(verdict.Answer.Value.User, verdict.Changes);
    }

    private sealed record Facts(Outcome<ChangeUserRequest> Request, ChangeUser.Facts About);
}
