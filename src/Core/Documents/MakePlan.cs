using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <param name="Misread">What was wrong with the document when it was read.</param>
/// <param name="MaxRemovals">More than this the plan may not remove when it is applied.</param>
public sealed record MakePlanRequest(Document Document, IReadOnlyList<Problem> Misread, int MaxRemovals = Plan.DefaultMaxRemovals);

/// <summary>Tells what has to change for the account to be what a document says, and keeps it for a day. Nothing else is changed.</summary>
public sealed class MakePlan(IStore store, Writing writing, IPlanForm form)
{
    /// <summary>What stands in the caller's way whatever their document says, so that it need not be read.</summary>
    public static Fault? Refusal(Caller caller) => caller.Actor is KeyActor actor ? PlanAccess.Refusal(actor.InAccount) : null;

    public async ValueTask<Outcome<Plan>> RunAsync(Caller caller, MakePlanRequest request, CancellationToken cancellationToken)
    {
        var document = request.Document;
        Problem[] problems = [.. request.Misread, .. DocumentRules.Check(document, caller.Account)];
        if (problems.Length > 0 && document.Account is { } written && written != caller.Account.Value)
        {
            return DocumentRules.Refusal(problems);
        }

        UserId[] freshIds = [.. document.Users.Select(_ => writing.Ids.NextUser())];
        var id = writing.Ids.NextPlan();
        var planning = await store.ReadLongAsync(
            caller.Account, reads => Planning.RunAsync(reads, caller, document, freshIds, problems), cancellationToken);
        if (planning.Failed(out _))
        {
            return planning.Map<Plan>(_ => throw new InvalidOperationException());
        }

        var made = planning.Value;
        var plan = new Plan(id, made.Revision, made.Now.Plus(Note.Lifetime), request.MaxRemovals, made.Changes, made.Reach);
        var note = new Note(PlanNotes.OfPlan(id), form.Write(plan));
        return await writing.WriteAsync(
            caller,
            static _ => new ValueTask<Done>(default(Done)),
            (_, _) => Verdict<Plan>.Of(plan).Leaving(note),
            cancellationToken);
    }
}
