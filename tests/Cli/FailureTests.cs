using System.Net;
using Roster.Cli;
using Roster.Sdk;

namespace Roster.Tests.Cli;

/// <summary>What is said when something else than a Roster server has answered.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 7.2, "Try again in 8 seconds.")]
    [InlineData(HttpStatusCode.TooManyRequests, null, "Try again in a while.")]
    [InlineData(HttpStatusCode.BadGateway, null, "Try again in a while.")]
    [InlineData(HttpStatusCode.Redirect, null, "sends its clients elsewhere")]
    public void An_answer_without_a_code_still_says_what_to_do_next(HttpStatusCode status, double? wait, string next)
    {
        var refused = new RosterException("no") { Status = status, RetryAfter = wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null };

        Failures.Explain(refused).Next.ShouldHaveSingleItem().ShouldContain(next);
    }
}
