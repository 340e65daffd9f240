using Roster.Core.Access.Reading;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Access;

/// <summary>Tells why somebody may do something: through what, by whom given, since and until when.</summary>
public sealed class ExplainAccess(IStore store)
{
    /// <summary>More ways than this are not told.</summary>
    public const int MostReasons = 100;

    public ValueTask<Outcome<Explanation>> RunAsync(Caller caller, AccessQuestion question, CancellationToken cancellationToken) =>
        Checks.Refusal(caller) is { } refused
            ? new(refused)
            : store.ReadAsync<Explanation>(
                caller.Account,
                async reads => await ExplainAsync(reads, question),
                cancellationToken);

    /// <summary>All on one snapshot, in their order.</summary>
    public ValueTask<Outcome<IReadOnlyList<Explanation>>> RunAsync(
        Caller caller, IReadOnlyList<AccessQuestion> questions, CancellationToken cancellationToken) =>
        Checks.Refusal(caller) is { } refused
            ? new(refused)
            : store.ReadAsync(
                caller.Account,
                async reads => Outcome.Of<IReadOnlyList<Explanation>>(
                    await QuestionReads.EachAsync(questions, question => ExplainAsync(reads, question))),
                cancellationToken);

    private static async ValueTask<Explanation> ExplainAsync(IReads reads, AccessQuestion question)
    {
        var reasons = await reads.ReasonsAsync(await reads.SettingsAsync(), question, MostReasons);
        return new(reasons.Count > 0, reasons);
    }
}
