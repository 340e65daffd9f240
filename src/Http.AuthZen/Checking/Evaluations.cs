using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Http.AuthZen.Reading;

namespace Roster.Http.AuthZen.Checking;

/// <summary>May this subject do this to this resource: one question, or many on one snapshot.</summary>
internal sealed class Evaluations(CheckAccess check, ExplainAccess explain, ReasonsWanted reasons)
{
    private static readonly byte[] Permit = ItemAnswer.PermitJson.ToArray();
    private static readonly byte[] Deny = ItemAnswer.DenyJson.ToArray();

    public async ValueTask EvaluateAsync(Exchange exchange)
    {
        if (await exchange.ReadAsync(SingleRequest.Read) is { } question)
        {
            await AnswerAsync(exchange, question);
        }
    }

    public async ValueTask EvaluateAllAsync(Exchange exchange)
    {
        if (await exchange.ReadAsync(BatchRequest.Read) is not { } batch)
        {
            return;
        }

        if (batch.Single is { } single)
        {
            await AnswerAsync(exchange, single);
            return;
        }

        var questions = batch.Plain ?? [.. batch.Items.Where(item => item.Fault is null).Select(item => item.Value)];
        var answers = await DecideAsync(exchange, questions);
        if (!await exchange.RefusedAsync(answers))
        {
            await exchange.AnswerAsync(200, batch.Plain is null ? BatchAnswer.Of(batch, answers.Value) : answers.Value, BatchAnswer.Write);
        }
    }

    // Mostly answered from memory, and the request's own token would have to be made for each request.
    private async ValueTask AnswerAsync(Exchange exchange, AccessQuestion question)
    {
        var wanted = await reasons.RunAsync(exchange.Caller, CancellationToken.None);
        if (wanted is { Fault: null, Value: true })
        {
            await AnswerWithReasonsAsync(exchange, question);
            return;
        }

        var decision = await check.RunAsync(exchange.Caller, question, CancellationToken.None);
        if (!await exchange.RefusedAsync(decision))
        {
            await exchange.AnswerAsync(200, decision.Value ? Permit : Deny);
        }
    }

    private async ValueTask AnswerWithReasonsAsync(Exchange exchange, AccessQuestion question)
    {
        var explained = await explain.RunAsync(exchange.Caller, question, exchange.Cancellation);
        if (!await exchange.RefusedAsync(explained))
        {
            await exchange.AnswerAsync(200, new ItemAnswer(explained.Value), static (json, answer) => answer.Write(json));
        }
    }

    /// <summary>Each with why, where that is wanted.</summary>
    private async ValueTask<Outcome<IReadOnlyList<ItemAnswer>>> DecideAsync(Exchange exchange, IReadOnlyList<AccessQuestion> questions)
    {
        var wanted = await reasons.RunAsync(exchange.Caller, exchange.Cancellation);
        return wanted is { Fault: null, Value: true }
            ? Answers(await explain.RunAsync(exchange.Caller, questions, exchange.Cancellation), explanation => new ItemAnswer(explanation))
            : Answers(await check.RunAsync(exchange.Caller, questions, exchange.Cancellation), decision => decision ? ItemAnswer.Permit : ItemAnswer.Deny);
    }

    private static Outcome<IReadOnlyList<ItemAnswer>> Answers<T>(Outcome<IReadOnlyList<T>> outcome, Func<T, ItemAnswer> answer) =>
        outcome.Map<IReadOnlyList<ItemAnswer>>(all =>
        {
            var answers = new ItemAnswer[all.Count];
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = answer(all[i]);
            }

            return answers;
        });
}
