using Roster.Core.Access.Reading;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Access;

/// <summary>Answers whether somebody may do something. It changes nothing, and what is not known is not permitted.</summary>
public sealed class CheckAccess(IStore store)
{
    public ValueTask<Outcome<bool>> RunAsync(Caller caller, AccessQuestion question, CancellationToken cancellationToken) =>
        Checks.Refusal(caller) is { } refused
            ? new(refused)
            : store.ReadAsync<bool>(
                caller.Account,
                async reads => await reads.IsPermittedAsync(await reads.SettingsAsync(), question),
                cancellationToken);

    /// <summary>All on one snapshot, in their order.</summary>
    public ValueTask<Outcome<IReadOnlyList<bool>>> RunAsync(
        Caller caller, IReadOnlyList<AccessQuestion> questions, CancellationToken cancellationToken) =>
        Checks.Refusal(caller) is { } refused
            ? new(refused)
            : store.ReadAsync(caller.Account, reads => AnswerAsync(reads, questions), cancellationToken);

    private static async ValueTask<Outcome<IReadOnlyList<bool>>> AnswerAsync(IReads reads, IReadOnlyList<AccessQuestion> questions)
    {
        var settings = await reads.SettingsAsync();
        var answers = new bool[questions.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = await reads.IsPermittedAsync(settings, questions[i]);
        }

        return Outcome.Of<IReadOnlyList<bool>>(answers);
    }
}
