using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Documents;

/// <summary>A plan that was made within the last day.</summary>
public sealed class FindPlan(IStore store, IPlanForm form)
{
    public async ValueTask<Outcome<Plan>> RunAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        var notes = await store.ReadAsync(caller.Account, reads => NotesAsync(reads, caller, id), cancellationToken);
        return notes.Map(found => form.ReadPlan(found.Plan.Content) with
        {
            Applied = found.Applied is { } applied ? form.ReadApplied(applied.Content) : null,
        });
    }

    private static async ValueTask<Outcome<Notes>> NotesAsync(IReads reads, Caller caller, string id)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var finding = reads.NoteAsync(PlanNotes.OfPlan(id));
        var applying = reads.NoteAsync(PlanNotes.OfApplied(id));
        var refusal = PlanAccess.Refusal(await standing);
        var (plan, applied) = (await finding, await applying);
        return refusal is not null ? refusal : plan is null ? Plan.Unknown(id) : new Notes(plan, applied);
    }

    private sealed record Notes(Note Plan, Note? Applied);
}
