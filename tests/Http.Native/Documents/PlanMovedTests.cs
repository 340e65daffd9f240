namespace Roster.Tests.Http.Native.Documents;

/// <summary>A plan is applied to the account that it was made for, as far as it rests on it.</summary>
public sealed class PlanMovedTests(NativeServer server)
{
    [Fact]
    public async Task Of_two_who_apply_at_once_one_is_told_what_moved()
    {
        var world = await World.MakeAsync(server.Roster);
        var papers = new Papers(world.Admin);
        var first = await papers.PlanAsync("{roster: 1, manages: {}, users: [{userName: grace@example.com, givenName: Grace}]}");
        var second = await papers.PlanAsync("{roster: 1, manages: {}, users: [{userName: grace@example.com, givenName: Hopper}, {userName: x@example.com}]}");

        var answers = await Task.WhenAll(papers.ApplyAsync(first), papers.ApplyAsync(second));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        var refused = answers.Single(answer => answer.Status == 409);
        Papers.ProblemOf(refused).ShouldBe("plan-moved");
        refused.Json.GetProperty("moved").GetRawText().ShouldBe("""[{"kind":"user","id":"grace","what":"was changed"}]""");
        server.Document.Problems("POST", "/api/plans/x/apply", 409, "application/problem+json", refused.Text).ShouldBeEmpty();
        var name = (await papers.By.GetAsync("/api/users/grace")).Json.GetProperty("givenName").GetString();
        name.ShouldBe(answers[0].Status == 200 ? "Grace" : "Hopper");
    }

    public static TheoryData<string, string, string, string> Movements => new()
    {
        { "a user is changed", "users: [{userName: grace@example.com, phone: \"1\"}]", "PATCH /api/users/grace {\"givenName\":\"G\"}", "user grace was changed" },
        { "a user is gone", "users: [{userName: grace@example.com, phone: \"1\"}]", "DELETE /api/users/grace", "user grace is not there any more" },
        { "a name is taken", "users: [{userName: eve@example.com, id: eve}]", "POST /api/users {\"userName\":\"EVE@example.com\"}", "user eve There is a user 'eve@example.com' already." },
        { "an id is taken", "users: [{userName: eve@example.com, id: eve}]", "POST /api/users {\"userName\":\"e@example.com\",\"id\":\"eve\"}", "user eve The id 'eve' cannot be given to this user." },
        { "a scope is renamed", "groups: [{id: staging, name: Stage}]", "PATCH /api/groups/staging {\"name\":\"S\"}", "group staging was changed" },
        { "a scope is gone", "groups: [{id: staging, name: Stage}]", "DELETE /api/groups/staging", "group staging is not there any more" },
        { "a scope is there", "groups: [{id: new, name: New}]", "POST /api/groups {\"name\":\"N\",\"id\":\"new\"}", "group new The id 'new' is, or was, in use." },
        {
            "a membership is there", "memberships: [{user: mary@example.com, in: group/staging, role: View Destination}]",
            "PUT /api/memberships/group/staging/mary {\"role\":\"Edit Destination\"}", "membership group/staging/mary is there now"
        },
        {
            "a membership is changed", "memberships: [{user: mary@example.com, in: organization/org-lab, role: Organization Admin}]",
            "PUT /api/memberships/organization/org-lab/mary {\"role\":\"Organization Member\"}", "membership organization/org-lab/mary was changed"
        },
        {
            "a member is gone", "memberships: [{user: mary@example.com, in: group/staging, role: View Destination}]",
            "DELETE /api/users/mary", "membership group/staging/mary There is no user 'mary'."
        },
        {
            "a member has another name", "memberships: [{user: mary@example.com, in: group/staging, role: View Destination}]",
            "PATCH /api/users/mary {\"userName\":\"m@example.com\"}", "membership group/staging/mary The user has another name now, or was activated or deactivated."
        },
        {
            "a member is inactive", "memberships: [{user: mary@example.com, in: group/staging, role: View Destination}]",
            "PATCH /api/users/mary {\"active\":false}", "membership group/staging/mary The user has another name now, or was activated or deactivated."
        },
        {
            "a place is gone", "memberships: [{user: mary@example.com, in: group/staging, role: View Destination}]",
            "DELETE /api/groups/staging", "membership group/staging/mary There is no group 'staging'."
        },
        {
            "a group has a connector", "manages: {groups: [staging]}",
            "POST /api/connectors {\"name\":\"n\",\"groupId\":\"staging\",\"service\":\"s\"}", "group staging The group 'staging' still has connectors."
        },
    };

    [Theory]
    [MemberData(nameof(Movements))]
    public async Task A_plan_is_not_applied_once_something_it_rests_on_has_moved(string name, string document, string request, string moved)
    {
        name.ShouldNotBeEmpty();
        var papers = new Papers((await World.MakeAsync(server.Roster)).Admin);
        var plan = await papers.PlanAsync($"roster: 1\n{(document.StartsWith("manages") ? "" : "manages: {}\n")}{document}\n");
        var parts = request.Split(' ', 3);
        (await papers.By.SendAsync(parts[0], parts[1], parts.ElementAtOrDefault(2))).Status.ShouldBeInRange(200, 299);
        var before = await papers.ExportAsync();

        var answer = await papers.ApplyAsync(plan);

        (answer.Status, Papers.ProblemOf(answer)).ShouldBe((409, "plan-moved"));
        answer.Json.GetProperty("moved").EnumerateArray()
            .Select(one => $"{one.GetProperty("kind")} {one.GetProperty("id")} {one.GetProperty("what")}").ShouldBe([moved]);
        (await papers.ExportAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_it_does_not_rest_on_may_move()
    {
        var world = await World.MakeAsync(server.Roster);
        var papers = new Papers(world.Admin);
        var plan = await papers.PlanAsync("roster: 1\nmanages: {}\nmemberships: [{user: mary@example.com, in: group/staging, role: View Destination}]\n");
        await world.Account.GiveRoleAsync(World.Mary, world.Account.Scope, "Account Reviewer");
        await papers.By.PatchAsync("/api/users/mary", """{"givenName":"Mary"}""");
        await papers.By.PatchAsync("/api/groups/staging", """{"name":"Stage"}""");

        (await papers.ApplyAsync(plan)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Two_plans_that_each_leave_another_owner_do_not_leave_none()
    {
        var world = await World.MakeAsync(server.Roster);
        await world.Account.GiveRoleAsync(World.Mary, world.Account.Scope, "Account Administrator");
        var papers = new Papers(world.Admin);
        var plans = new List<string>();
        foreach (var user in new[] { "ada", "mary" })
        {
            plans.Add(await papers.PlanAsync($"{{roster: 1, manages: {{users: [\"{user}@example.com\"]}}}}"));
        }

        var answers = await Task.WhenAll(plans.Select(plan => papers.ApplyAsync(plan)));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        Papers.ProblemOf(answers.Single(answer => answer.Status == 409)).ShouldBe("last-owner");
    }
}
