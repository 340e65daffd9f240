using static Roster.Tests.Http.AuthZen.Asker;

namespace Roster.Tests.Http.AuthZen.Certification;

/// <summary>The certification's tests of batches (authzen.md §7), each by its id.</summary>
public sealed class BatchTests(AuthZenServer server)
{
    private Asker World => server.World;

    [Fact]
    public async Task C_3_2_1_one_subject_and_action_on_many_resources() => (await World.DecideAllAsync(
        ("subject", Alice), ("action", Read), ("evaluations", Items(Item("resource", One), Item("resource", Two))))).ShouldBe([true, true]);

    [Fact]
    public async Task C_3_2_2_one_subject_and_resource_by_many_actions() => (await World.DecideAllAsync(
        ("subject", Bob), ("resource", One), ("evaluations", Items(Item("action", Read), Item("action", Write))))).ShouldBe([true, false]);

    [Fact]
    public async Task C_3_2_3_properties_of_each_items_resource() => (await World.DecideAllAsync(
        ("subject", Alice), ("action", Write), ("evaluations", Items(Item("resource", ActiveOne), Item("resource", ArchivedTwo))))).ShouldBe([true, false]);

    [Fact]
    public async Task C_3_2_4_many_subjects_on_one_resource() => (await World.DecideAllAsync(
        ("action", Write), ("resource", ArchivedTwo), ("evaluations", Items(Item("subject", Alice), Item("subject", BobAdmin))))).ShouldBe([false, true]);

    [Fact]
    public async Task C_3_2_5_no_defaults() => (await World.DecideAllAsync(
        ("evaluations", Items(Question(Alice, Read, One), Question(Bob, Write, One))))).ShouldBe([true, false]);

    [Fact]
    public async Task C_3_2_6_a_context_of_all_and_one_of_an_item() => (await World.DecideAllAsync(
        ("subject", Alice),
        ("action", Read),
        ("context", Context),
        ("evaluations", Items(Item("resource", One), Body(("resource", Two), ("context", """{"time":"later"}""")))))).ShouldBe([true, true]);

    [Fact]
    public async Task C_3_2_7_a_default_is_taken_whole_or_not_at_all() => (await World.DecideAllAsync(
        ("subject", Alice), ("action", Write), ("resource", ActiveOne), ("evaluations", Items("{}", Item("resource", ArchivedTwo))))).ShouldBe([true, false]);

    [Fact]
    public async Task C_3_3_1_to_4_each_item_has_its_answer_in_its_place()
    {
        var questions = Enumerable.Range(0, 100).Select(i => i % 3 == 0 ? Question(Bob, Write, One) : Question(Alice, Read, One));

        var decisions = await World.DecideAllAsync(("evaluations", Items(questions)));

        decisions.ShouldBe(Enumerable.Range(0, 100).Select(i => i % 3 != 0));
    }

    [Fact]
    public async Task C_3_4_1_what_is_wrong_with_one_item_is_its_own_answer()
    {
        var answer = await World.AskAsync(Evaluations, Body(
            ("subject", Alice),
            ("action", Read),
            ("options", """{"evaluations_semantic":"execute_all"}"""),
            ("evaluations", Items(Item("resource", One), "{}"))));

        answer.Decisions().ShouldBe([true, false]);
        answer.Text.ShouldBe(
            """{"evaluations":[{"decision":true},{"decision":false,"context":{"error":{"status":400,"message":"resource is required","field":"resource"}}}]}""");
    }

    [Fact]
    public async Task C_3_4_2_without_items_it_is_a_single_question() =>
        (await World.AskAsync(Evaluations, Question(Alice, Read, One))).Decision().ShouldBeTrue();

    [Fact]
    public async Task C_3_4_3_with_none_too() => (await World.AskAsync(
        Evaluations, Body(("subject", Alice), ("action", Read), ("resource", One), ("evaluations", "[]")))).Decision().ShouldBeTrue();

    private static string Item(string name, string json) => Body((name, json));
}
