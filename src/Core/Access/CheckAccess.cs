using Roster.Core.Access.Graph;
using Roster.Core.Access.Reading;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Access;

/// <summary>
/// Answers whether somebody may do something. It changes nothing, and what is not known is not permitted. It is answered from
/// memory, at a revision not before the one that the caller's request was confirmed at; while there is nothing in memory yet, by
/// the store.
/// </summary>
public sealed class CheckAccess(IStore store, AccessGraphs graphs)
{
    /// <summary>What has to be known may lead to more that has to be: a type to a resource, a name to a user.</summary>
    private const int MostRounds = 4;

    private readonly Func<long> _now = () => store.Now.Microseconds;

    public ValueTask<Outcome<bool>> RunAsync(Caller caller, AccessQuestion question, CancellationToken cancellationToken)
    {
        if (Checks.Refusal(caller) is { } refused)
        {
            return new(refused);
        }

        var finding = graphs.FindAsync(caller, cancellationToken);
        if (finding is { IsCompletedSuccessfully: true, Result: { } graph })
        {
            var answer = graph.Look(_now, question, static (ref look, asked) => look.Ask(asked), out var revision);
            if (answer != Answer.NotKnown)
            {
                return new(Outcome.Of(answer == Answer.Yes).At(revision));
            }

            finding = new(graph);
        }

        return OneAsync(caller, question, finding, cancellationToken);
    }

    /// <summary>All on one snapshot, in their order.</summary>
    public async ValueTask<Outcome<IReadOnlyList<bool>>> RunAsync(
        Caller caller, IReadOnlyList<AccessQuestion> questions, CancellationToken cancellationToken)
    {
        if (Checks.Refusal(caller) is { } refused)
        {
            return refused;
        }

        return await AnswerAsync(caller, questions, await graphs.FindAsync(caller, cancellationToken), cancellationToken);
    }

    private async ValueTask<Outcome<bool>> OneAsync(
        Caller caller, AccessQuestion question, ValueTask<AccountGraph?> finding, CancellationToken cancellationToken)
    {
        var answers = await AnswerAsync(caller, [question], await finding, cancellationToken);
        return answers.Map(all => all[0]).At(answers.Revision);
    }

    private async ValueTask<Outcome<IReadOnlyList<bool>>> AnswerAsync(
        Caller caller, IReadOnlyList<AccessQuestion> questions, AccountGraph? graph, CancellationToken cancellationToken)
    {
        var answers = new bool[questions.Count];
        for (var round = 0; graph is not null && round < MostRounds; round++)
        {
            var needs = graph.Look(_now, (questions, answers), static (ref look, asked) => AskAll(ref look, asked.questions, asked.answers), out var revision);
            if (needs is null)
            {
                return Outcome.Of<IReadOnlyList<bool>>(answers).At(revision);
            }

            var known = await Needed.ReadAsync(store, caller.Account, graph, needs, cancellationToken);
            caller = caller with { Confirmed = Math.Max(caller.Confirmed, known) };
            graph = await graphs.FindAsync(caller, cancellationToken);
        }

        return await store.ReadAsync(caller.Account, reads => AnswerAsync(reads, questions), cancellationToken);
    }

    /// <returns>What has to be known first; null where all is answered.</returns>
    private static List<Need>? AskAll(ref Look look, IReadOnlyList<AccessQuestion> questions, bool[] answers)
    {
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = look.Ask(questions[i]) == Answer.Yes;
        }

        return look.Needs;
    }

    private static async ValueTask<Outcome<IReadOnlyList<bool>>> AnswerAsync(IReads reads, IReadOnlyList<AccessQuestion> questions)
    {
        var settings = await reads.SettingsAsync();
        return Outcome.Of<IReadOnlyList<bool>>(
            await QuestionReads.EachAsync(questions, question => reads.IsPermittedAsync(settings, question)));
    }
}
