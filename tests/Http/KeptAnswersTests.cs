using Roster.Core.Values;
using Roster.Http;

namespace Roster.Tests.Http;

public sealed class KeptAnswersTests
{
    private static readonly KeptAnswers.Target Target = new("epoch", new AccountId("org-1"), "/v1/users");
    private static readonly byte[] Body = [1, 2, 3];
    private readonly KeptAnswers _kept = new(capacity: 1_000_000);

    [Fact]
    public void An_answer_is_found_at_the_revision_that_it_was_read_at()
    {
        _kept.Keep(Target, Body, revision: 7, until: null);

        _kept.Find(Target, 7, new Instant(0)).ShouldNotBeNull().ToArray().ShouldBe(Body);
    }

    [Fact]
    public void Nothing_is_found_at_another_revision()
    {
        _kept.Keep(Target, Body, revision: 7, until: null);

        _kept.Find(Target, 8, new Instant(0)).ShouldBeNull();
        _kept.Find(Target, 6, new Instant(0)).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_found_once_a_membership_has_ended()
    {
        _kept.Keep(Target, Body, revision: 7, until: new Instant(100));

        _kept.Find(Target, 7, new Instant(99)).ShouldNotBeNull();
        _kept.Find(Target, 7, new Instant(100)).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_found_where_something_else_was_asked()
    {
        _kept.Keep(Target, Body, revision: 7, until: null);

        _kept.Find(Target with { Text = "/v1/users?limit=1" }, 7, new Instant(0)).ShouldBeNull();
        _kept.Find(Target with { Account = new AccountId("org-2") }, 7, new Instant(0)).ShouldBeNull();
    }
}
