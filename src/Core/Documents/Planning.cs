using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>The changes that a document asks for, tried out, and how far they reach; at one snapshot.</summary>
internal sealed record Planning(IReadOnlyList<PlannedChange> Changes, Reach Reach, long Revision, Instant Now)
{
    /// <param name="freshIds">An id for each user that the document names, should they be new.</param>
    /// <param name="known">What is wrong with the document whatever the account is: told together with what is wrong in this one.</param>
    public static async ValueTask<Outcome<Planning>> RunAsync(
        IReads reads, Caller caller, Document document, IReadOnlyList<UserId> freshIds, IReadOnlyList<Problem> known)
    {
        var standing = await reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        if (PlanAccess.Refusal(standing) is { } refused)
        {
            return refused;
        }

        var reader = new StateReader(reads, new KnownState(caller.Account));
        await reader.ReadAsync(document);
        var difference = Difference.Of(document, reader.State, reads.Now, freshIds);
        PlannedChange[] changes = [.. difference.Steps.Select(step => step.Change)];
        await reader.ReadAsync(changes);
        var run = new PlanRun(reader.State, standing, caller, new Moment(reads.Now, reads.Account!.Revision));
        if (TryOut(run, difference, known) is { } fault)
        {
            return fault;
        }

        var reach = await new ReachReader(reads, reader, changes).MeasureAsync();
        return new Planning(changes, reach, reads.Account.Revision, reads.Now);
    }

    /// <summary>Everything that stands in the way, each where the document asks for it.</summary>
    private static Fault? TryOut(PlanRun run, Difference difference, IReadOnlyList<Problem> known)
    {
        List<Problem> problems = [.. known, .. difference.Problems];
        var following = new List<Problem>();
        Place? lastOwner = null;
        foreach (var step in difference.Steps)
        {
            if (run.Do(step.Change) is { } fault)
            {
                // What is removed stands nowhere in the document.
                var field = step.Place.Index is null ? step.Place.ToString() : step.Place.Of(MemberOf(fault.Field));
                (IsOfItsOwn(fault) ? problems : following).Add(new(field, fault.Message));
            }
            else if (lastOwner is null && UserOf(step.Change) is { } user && run.HasCeasedToOwn(user))
            {
                lastOwner = step.Place;
            }
        }

        problems = problems.Count > 0 ? problems : following;
        return problems.Count > 0
            ? DocumentRules.Refusal([.. problems.DistinctBy(problem => problem.Field)])
            : run.End() is { } ownerless ? ownerless with { Field = lastOwner?.ToString() } : null;
    }

    /// <summary>Most else that is refused is refused because something before it was.</summary>
    private static bool IsOfItsOwn(Fault fault) => fault.Kind is FaultKind.UserNameTaken or FaultKind.IdTaken;

    private static UserId? UserOf(PlannedChange change) => change switch
    {
        PlannedUser user => user.Id,
        PlannedMembership membership => membership.User,
        _ => null,
    };

    /// <summary>What a document calls what a request of its own calls otherwise.</summary>
    private static string? MemberOf(string? field) => field == "groupId" ? "group" : field;
}
