using Roster.Core.Access;
using Roster.Http.AuthZen.Reading;

namespace Roster.Http.AuthZen.Checking;

/// <summary>May this subject do this to this resource: one question, or many on one snapshot.</summary>
internal sealed class Evaluations(CheckAccess check)
{
    private static readonly byte[] Permit = """{"decision":true}"""u8.ToArray();
    private static readonly byte[] Deny = """{"decision":false}"""u8.ToArray();

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

        AccessQuestion[] questions = [.. batch.Items.Where(item => item.Fault is null).Select(item => item.Value)];
        var decisions = await check.RunAsync(exchange.Caller, questions, exchange.Cancellation);
        if (!await exchange.RefusedAsync(decisions))
        {
            await exchange.AnswerAsync(200, BatchAnswer.Of(batch, decisions.Value), BatchAnswer.Write);
        }
    }

    private async ValueTask AnswerAsync(Exchange exchange, AccessQuestion question)
    {
        var decision = await check.RunAsync(exchange.Caller, question, exchange.Cancellation);
        if (!await exchange.RefusedAsync(decision))
        {
            await exchange.AnswerAsync(200, decision.Value ? Permit : Deny);
        }
    }
}
