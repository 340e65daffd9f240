using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen.Certification;

/// <summary>The certification's tests of single evaluations (authzen.md §7), each by its id.</summary>
public sealed class EvaluationTests(AuthZenServer server)
{
    private Asker World => server.World;

    [Fact]
    public async Task C_2_2_1_alice_reads() => (await World.DecideAsync(Alice, Read, One)).ShouldBeTrue();

    [Fact]
    public async Task C_2_2_2_bob_does_not_write() => (await World.DecideAsync(Bob, Write, One)).ShouldBeFalse();

    [Fact]
    public async Task C_2_2_3_a_context_changes_nothing() => (await World.AskAsync(
        Evaluation, Body(("subject", Alice), ("action", Read), ("resource", One), ("context", Context)))).Decision().ShouldBeTrue();

    [Fact]
    public async Task C_2_2_4_what_is_archived_is_not_written() => (await World.DecideAsync(Alice, Write, ArchivedTwo)).ShouldBeFalse();

    [Fact]
    public async Task C_2_2_5_but_an_admin_writes_it() => (await World.DecideAsync(BobAdmin, Write, ArchivedTwo)).ShouldBeTrue();

    [Fact]
    public async Task C_2_2_6_a_soft_delete_is_permitted() => (await World.DecideAsync(Alice, SoftDelete, One)).ShouldBeTrue();

    [Fact]
    public async Task C_2_2_7_a_hard_one_is_not() => (await World.DecideAsync(Alice, HardDelete, One)).ShouldBeFalse();

    [Fact]
    public async Task C_2_2_8_properties_that_nothing_asks_for_change_nothing() => (await World.DecideAsync(
        """{"type":"user","id":"alice","properties":{"department":"Sales","role":"manager"}}""",
        """{"name":"read","properties":{"method":"GET"}}""",
        """{"type":"record","id":"record-1","properties":{"status":"active","owner":"bob"}}""")).ShouldBeTrue();

    [Fact]
    public async Task C_2_2_9_unknown_members_are_ignored() => (await World.AskAsync(
        Evaluation, Body(("subject", Alice), ("action", Read), ("resource", One), ("extra", "\"text\""), ("more", """{"a":[1,{}]}""")))).Decision().ShouldBeTrue();

    [Theory]
    [InlineData(Alice, Read, One, true)]
    [InlineData(Alice, Write, One, true)]
    [InlineData(Bob, Read, One, true)]
    [InlineData(Bob, Write, One, false)]
    public async Task C_2_3_1_and_2_the_answer_has_the_standards_form(string subject, string action, string resource, bool decision)
    {
        var answer = await World.AskAsync(Evaluation, Question(subject, action, resource));

        answer.Decision().ShouldBe(decision);
        answer.Text.ShouldBe(decision ? """{"decision":true}""" : """{"decision":false}""");
    }

    [Theory]
    [InlineData("subject")]
    [InlineData("action")]
    [InlineData("resource")]
    public async Task C_2_4_1_a_question_without_one_of_its_parts_is_refused(string missing)
    {
        var members = new[] { ("subject", Alice), ("action", Read), ("resource", One) }.Where(member => member.Item1 != missing);

        (await World.AskAsync(Evaluation, Body(members))).ShouldBeRefused(400, missing);
    }

    [Theory]
    [InlineData("""{"id":"alice"}""", Read, One, "subject.type")]
    [InlineData("""{"type":"user"}""", Read, One, "subject.id")]
    [InlineData(Alice, "{}", One, "action.name")]
    [InlineData(Alice, Read, """{"id":"record-1"}""", "resource.type")]
    [InlineData(Alice, Read, """{"type":"record"}""", "resource.id")]
    public async Task C_2_4_2_a_part_without_what_it_needs_is_refused(string subject, string action, string resource, string field) =>
        (await World.AskAsync(Evaluation, Question(subject, action, resource))).ShouldBeRefused(400, field);

    [Fact]
    public async Task C_2_4_3_another_content_type_is_refused() => (await World.AskAsync(
        Evaluation, Good(Evaluation), ("Content-Type", "text/plain"))).ShouldBeRefused(400);

    [Fact]
    public async Task C_2_4_4_a_body_that_is_no_json_is_refused() => (await World.AskAsync(Evaluation, "{\"subject\":")).ShouldBeRefused(400);

    [Fact]
    public async Task C_2_4_5_an_empty_body_is_refused() => (await World.AskAsync(Evaluation, "")).ShouldBeRefused(400);

    [Theory]
    [InlineData("\"alice\"", Read, "subject")]
    [InlineData(Alice, """{"name":1}""", "action.name")]
    public async Task C_2_4_6_values_of_the_wrong_type_are_refused(string subject, string action, string field) =>
        (await World.AskAsync(Evaluation, Question(subject, action, One))).ShouldBeRefused(400, field);

    [Fact]
    public async Task C_2_5_1_a_request_id_comes_back() => (await World.AskAsync(
        Evaluation, Good(Evaluation), ("X-Request-ID", "bfe9eb29-ab87-4ca3-be83-a1d5d8305716"))).Header("X-Request-ID").ShouldBe("bfe9eb29-ab87-4ca3-be83-a1d5d8305716");

    [Fact]
    public async Task C_2_5_2_none_is_needed() => (await World.AskAsync(Evaluation, Good(Evaluation))).Decision().ShouldBeTrue();

    [Fact]
    public async Task C_2_6_the_same_question_has_the_same_answer()
    {
        for (var i = 0; i < 5; i++)
        {
            (await World.DecideAsync(Bob, Write, One)).ShouldBeFalse();
        }
    }
}
