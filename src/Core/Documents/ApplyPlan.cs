using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Documents;

/// <param name="Revision">The account's, once it was applied.</param>
/// <param name="Applied">How many of the plan's changes were done: all of them.</param>
public sealed record AppliedPlan(string Id, long Revision, int Applied);

/// <summary>Does all that a plan says as one set, if everything that it rests on is still as it was. Once: a second time it answers the same.</summary>
public sealed class ApplyPlan(Writing writing, IPlanForm form)
{
    public ValueTask<Outcome<AppliedPlan>> RunAsync(Caller caller, Plan plan, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, plan),
            (facts, moment) => Decide(facts, moment, plan, caller),
            cancellationToken,
            mayTakeLong: true);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, Plan plan)
    {
        var judging = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var finding = reads.NoteAsync(PlanNotes.OfApplied(plan.Id));
        var (standing, applied) = (await judging, await finding);
        var reader = new StateReader(reads, new KnownState(caller.Account));
        if (applied is null && PlanAccess.Refusal(standing) is null)
        {
            await reader.ReadAsync(plan.Changes);
        }

        return new(standing, applied, reader.State);
    }

    private Verdict<AppliedPlan> Decide(Facts facts, Moment moment, Plan plan, Caller caller)
    {
        if (PlanAccess.Refusal(facts.Standing) is { } refused)
        {
            return refused;
        }

        if (facts.Applied is { } note)
        {
            return Verdict<AppliedPlan>.Of(form.ReadApplied(note.Content));
        }

        if ((plan.ReachesTooFar() ?? Movements.Find(plan, facts.State)) is { } stands)
        {
            return stands;
        }

        var run = new PlanRun(facts.State, facts.Standing, caller, moment);
        if ((Movements.TryOut(plan, run) ?? run.End()) is { } fault)
        {
            return fault;
        }

        var answer = new AppliedPlan(plan.Id, moment.Revision + run.Changes.Count, plan.Changes.Count);
        return Verdict<AppliedPlan>.Of(answer, run.Changes).Leaving(new Note(PlanNotes.OfApplied(plan.Id), form.Write(answer)));
    }

    private sealed record Facts(Outcome<Standing> Standing, Note? Applied, KnownState State);
}
