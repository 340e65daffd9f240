using Roster.Core.Access;
using Roster.Core.Outcomes;

namespace Roster.Http.Native.Writes;

/// <summary>The one way in which a write is done at this door: on the terms that its headers make, and answered as its reply says.</summary>
internal static class Write
{
    /// <summary>Once the body, if there is one, has been read.</summary>
    /// <param name="run">The use case.</param>
    public static ValueTask WriteAsync<T>(this Exchange exchange, Func<Caller, ValueTask<Outcome<T>>> run, Reply<T> reply) =>
        exchange.WriteAsync(exchange.Caller, run, reply);

    /// <summary>For who has no key of an account.</summary>
    public static ValueTask WriteAsync<T>(
        this Exchange exchange, Caller caller, Func<Caller, ValueTask<Outcome<T>>> run, Reply<T> reply) =>
        exchange.WriteAsync(caller.Actor.Name, terms => run(caller with { Terms = terms }), reply);

    /// <param name="asker">Whose names for requests these are.</param>
    public static async ValueTask WriteAsync<T>(
        this Exchange exchange, string asker, Func<Terms, ValueTask<Outcome<T>>> run, Reply<T> reply)
    {
        var (expects, keeping) = (Preconditions.Read(exchange), Repeating.Read(exchange, asker, reply));
        if (await exchange.RefusedAsync(expects.Fault ?? keeping.Fault))
        {
            return;
        }

        var done = await run(new Terms(expects.Value, keeping.Value));
        if (!await exchange.RefusedAsync(done))
        {
            await reply.AnswerAsync(exchange, done.Value);
        }
    }
}
