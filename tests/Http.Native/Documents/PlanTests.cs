using Roster.Core.Keys;

namespace Roster.Tests.Http.Native.Documents;

public sealed class PlanTests(NativeServer server)
{
    private const string Owner = "- {user: ada@example.com, in: account, role: Account Administrator}";

    [Fact]
    public async Task A_plan_says_what_it_does_and_how_far_it_reaches()
    {
        var world = await World.MakeAsync(server.Roster);
        await world.Account.GiveRoleAsync(World.Mary, World.Lab, "Organization Admin");
        await world.Account.MintKeyAsync(Grants.Read, owner: World.Mary);
        var papers = new Papers(world.Admin);

        var plan = await papers.MakeAsync("""
            roster: 1
            manages: {users: ["mary@*"]}
            users:
            - {userName: eve@example.com, givenName: Eve}
            - {userName: grace@example.com, active: false}
            memberships:
            - {user: eve@example.com, in: group/staging, role: View Destination}
            """);

        plan.Status.ShouldBe(201);
        server.Document.Problems("POST", "/api/plans", 201, "application/json", plan.Text).ShouldBeEmpty();
        Papers.Changes(plan).Select(line => line.Replace(plan.Json.GetProperty("changes")[1].GetProperty("id").GetString()!, "ID")).ShouldBe([
            "change user grace grace@example.com",
            "create user ID eve@example.com",
            "create membership eve@example.com group/staging",
            "remove user mary mary@example.com",
        ]);
        plan.Json.GetProperty("reach").GetRawText().ShouldBe(
            """{"creates":2,"changes":1,"removals":2,"usersDeactivated":1,"membershipsEnded":4,"keysRevoked":1,"membersTouched":2,"membersTouchedPercent":67,"losesLastAdmin":["organization/org-lab"],"summary":["removes the last admin of 1 organization","deactivates 1 user","ends 4 memberships","revokes 1 key","touches 67 % of members"]}""");
        plan.Header("ETag").ShouldBe($"\"{server.Roster.Store.Epoch}-{await world.Account.RevisionAsync()}\"");
        var again = await papers.By.GetAsync(plan.Header("Location")!);
        (again.Text, again.Header("ETag")).ShouldBe((plan.Text, plan.Header("ETag")));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var papers = new Papers((await World.MakeAsync(server.Roster)).Admin);

        var answer = await papers.MakeAsync("""
            roster: 2
            color: blue
            manages: {accounts: true, users: [""]}
            users:
            - {userName: " x", id: "a b", givenName: [], active: maybe, nick: x}
            - {id: y}
            - plain
            groups: {id: g}
            connectors:
            - {id: c, name: null}
            memberships:
            - {user: a, in: crew/x, role: r, expiresAt: tomorrow}
            """);

        answer.Status.ShouldBe(400);
        server.Document.Problems("POST", "/api/plans", 400, "application/problem+json", answer.Text).ShouldBeEmpty();
        answer.Json.GetProperty("field").GetString().ShouldBe("color");
        answer.Json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("field").GetString()).ShouldBe([
            "color", "roster", "manages.accounts", "manages.users[0]",
            "users[0].nick", "users[0].givenName", "users[0].active", "users[0].userName",
            "users[1].userName", "users[2]", "groups", "connectors[0].name", "memberships[0].expiresAt", "memberships[0].in",
            "connectors[0].group", "connectors[0].service",
        ]);
    }

    [Fact]
    public async Task A_documents_own_faults_and_what_it_names_in_vain_are_told_together()
    {
        var papers = new Papers((await World.MakeAsync(server.Roster)).Admin);

        var answer = await papers.MakeAsync("""
            roster: 1
            users:
            - {userName: ada@example.com, nickName: A, phone: ""}
            - {userName: ADA@example.com}
            groups:
            - {id: g, name: G}
            - {id: g, name: H}
            memberships:
            - {user: eve@example.com, in: organization/org-none, role: Organization Viewer}
            - {user: ada@example.com, in: group/g, role: View Destination}
            - {user: ada@example.com, in: group/g, role: Owner}
            - {user: mary@example.com, in: account, role: Account Analyst}
            """);

        answer.Json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("field").GetString()).ShouldBe([
            "users[0].nickName", "users[1].userName", "groups[1].id", "memberships[2].user",
            "memberships[0].user", "memberships[0].in", "memberships[2].role", "memberships[3].user",
        ], answer.Text);
    }

    [Fact]
    public async Task Nobody_is_said_to_be_missing_whom_the_document_names_where_it_could_not_be_read()
    {
        var papers = new Papers((await World.MakeAsync(server.Roster)).Admin);

        var answer = await papers.MakeAsync("""
            roster: 1
            users:
            - {userName: [eve@example.com]}
            - {userName: ada@example.com}
            groups: {id: g}
            connectors:
            - {id: c, group: g, name: c, service: s}
            memberships:
            - {user: eve@example.com, in: group/g, role: View Destination}
            - {user: ada@example.com, in: organization/org-none, role: Organization Viewer}
            """);

        answer.Json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("field").GetString()).ShouldBe(
            ["users[0].userName", "groups", "memberships[1].in"], answer.Text);
    }

    [Fact]
    public async Task What_the_account_does_not_allow_is_told_at_once_too()
    {
        var world = await World.MakeAsync(server.Roster);
        await world.Account.RegisterUserAsync("old@example.com", id: "old");
        await world.Account.DeleteUserAsync(new("old"));

        var answer = await new Papers(world.Admin).MakeAsync("""
            roster: 1
            manages: {}
            users:
            - {userName: grace@example.com, id: ada}
            - {userName: new@example.com, id: old}
            organizations:
            - {id: org-unnamed}
            memberships:
            - {user: nobody@example.com, in: organization/org-lab, role: Organization Viewer}
            - {user: mary@example.com, in: organization/org-lab, role: Owner, expiresAt: 2020-01-01T00:00:00Z}
            """);

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("field").GetString()).ShouldBe([
            "organizations[0].name", "memberships[0].user", "memberships[1].role", "memberships[1].expiresAt", "users[0].userName", "users[1].id",
        ]);
    }

    [Fact]
    public async Task A_plan_is_applied_once_and_answers_the_same_again()
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);
        var plan = await papers.PlanAsync("{roster: 1, manages: {}, users: [{userName: eve@example.com}], groups: [{id: g, name: G}]}");

        var first = await papers.ApplyAsync(plan);
        await papers.By.DeleteAsync("/api/groups/g");
        var second = await papers.ApplyAsync(plan);

        server.Document.Problems("POST", "/api/plans/x/apply", 200, "application/json", first.Text).ShouldBeEmpty();
        (first.Status, first.Json.GetProperty("applied").GetInt32(), second.Text).ShouldBe((200, 2, first.Text));
        (await papers.By.GetAsync("/api/groups/g")).Status.ShouldBe(404);
        (await papers.By.GetAsync($"/api/plans/{plan}")).Json.GetProperty("appliedIn").GetInt64().ShouldBe(first.Json.GetProperty("revision").GetInt64());
    }

    [Fact]
    public async Task Two_who_apply_the_same_plan_at_once_are_answered_the_same()
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);
        var plan = await papers.PlanAsync("{roster: 1, manages: {}, users: [{userName: eve@example.com}]}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => papers.ApplyAsync(plan)));

        answers.Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        answers[0].Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_last_owner_is_kept_when_the_plan_is_made()
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);
        const string head = "roster: 1\nusers:\n- {userName: ada@example.com}\n- {userName: eve@example.com}\n";

        foreach (var (document, field) in new[]
        {
            ("roster: 1\n", "users"),
            (head, "memberships"),
            (head + "memberships: [{user: ada@example.com, in: account, role: Account Analyst}]", "memberships[0]"),
            (head + "memberships: [{user: ada@example.com, in: account, role: Account Administrator, expiresAt: 2031-01-01T00:00:00Z}]", "memberships[0]"),
            ("roster: 1\nusers:\n- {userName: ada@example.com, active: false}\n", "users[0]"),
        })
        {
            var answer = await papers.MakeAsync(document);
            (answer.Status, Papers.ProblemOf(answer), answer.Json.GetProperty("field").GetString()).ShouldBe((409, "last-owner", field));
        }

        await papers.DoAsync(head + "memberships: [{user: eve@example.com, in: account, role: Account Administrator}]");
        await papers.DoAsync("roster: 1\nusers: [{userName: ada@example.com}]\nmemberships:\n" + Owner);
    }

    [Fact]
    public async Task More_removals_than_it_may_do_are_shown_and_not_applied()
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);
        await papers.DoAsync("roster: 1\nmanages: {}\nusers:\n" + string.Concat(Enumerable.Range(0, 11).Select(i => $"- {{userName: u{i}@example.com}}\n")));
        const string document = "roster: 1\nusers: [{userName: ada@example.com}]\nmemberships:\n" + Owner;

        var plan = await papers.MakeAsync(document);
        plan.Json.GetProperty("reach").GetProperty("removals").GetInt32().ShouldBe(11);
        var refused = await papers.ApplyAsync(plan.Json.GetProperty("id").GetString()!);

        (refused.Status, Papers.ProblemOf(refused)).ShouldBe((409, "reach-exceeded"));
        refused.Json.GetProperty("detail").GetString().ShouldNotBeNull().ShouldStartWith("The plan removes 11 things and may remove 10:");
        (await papers.ApplyAsync(await papers.PlanAsync(document, query: "?maxRemovals=11"))).Status.ShouldBe(200);
        (await papers.MakeAsync(document, query: "?maxRemovals=-1")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task If_Match_with_its_ETag_holds_the_whole_account_still()
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);
        var plan = await papers.MakeAsync("{roster: 1, manages: {}, users: [{userName: eve@example.com}]}");
        var id = plan.Json.GetProperty("id").GetString()!;
        await papers.By.PostAsync("/api/groups", """{"name":"elsewhere"}""");

        (await papers.ApplyAsync(id, ("If-Match", plan.Header("ETag")!))).Status.ShouldBe(412);
        (await papers.ApplyAsync(id)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Both_calls_can_be_repeated_under_a_name()
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);
        const string document = "{roster: 1, manages: {}, users: [{userName: eve@example.com}]}";

        var plan = await papers.MakeAsync(document, headers: ("Idempotency-Key", "one"));
        var again = await papers.MakeAsync(document, headers: ("Idempotency-Key", "one"));
        var other = await papers.MakeAsync(document + " ", headers: ("Idempotency-Key", "one"));
        var id = plan.Json.GetProperty("id").GetString()!;
        var applied = await papers.ApplyAsync(id, ("Idempotency-Key", "two"));
        var appliedAgain = await papers.ApplyAsync(id, ("Idempotency-Key", "two"));

        (again.Text, again.Header("Idempotency-Replayed")).ShouldBe((plan.Text, "true"));
        other.Status.ShouldBe(422);
        (appliedAgain.Text, appliedAgain.Header("Idempotency-Replayed")).ShouldBe((applied.Text, "true"));
    }

    /// <summary>A document may be large: nobody has one read who may not have it planned.</summary>
    [Theory]
    [InlineData(Grants.Read)]
    [InlineData(Grants.Provision)]
    [InlineData(Grants.Check)]
    public async Task Who_may_make_none_is_told_so_before_their_document_is_read(Grants grants)
    {
        var world = await World.MakeAsync(server.Roster);

        var answer = await new Papers(await world.WithAsync(grants)).MakeAsync("{no: [document");

        (answer.Status, Papers.ProblemOf(answer)).ShouldBe((403, "not-permitted"));
    }

    [Fact]
    public async Task A_plan_is_another_accounts_secret()
    {
        var (papers, other) = (await Papers.OfNewAccountAsync(server.Roster), await Papers.OfNewAccountAsync(server.Roster));
        var plan = await papers.PlanAsync("{roster: 1, manages: {}, users: [{userName: eve@example.com}]}");

        foreach (var answer in new[] { await other.By.GetAsync($"/api/plans/{plan}"), await other.ApplyAsync(plan), await other.ApplyAsync("nonsense") })
        {
            (answer.Status, Papers.ProblemOf(answer)).ShouldBe((404, "unknown-plan"));
        }

        var foreign = await other.MakeAsync("{roster: 1, account: org-test, manages: {}}");
        (foreign.Status, foreign.Json.GetProperty("field").GetString()).ShouldBe((400, "account"));
    }
}
