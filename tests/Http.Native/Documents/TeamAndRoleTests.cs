namespace Roster.Tests.Http.Native.Documents;

/// <summary>Teams and the account's own roles in documents and plans.</summary>
public sealed class TeamAndRoleTests(NativeServer server)
{
    private const string Everything =
        """
        roster: 1
        account: {account}

        roles:
        - {name: Auditor, kinds: [account, group], level: viewer, permissions: [read, audit]}
        - {name: Porter, description: "Opens: doors", kinds: [team], level: member, permissions: []}

        users:
        - userName: Ada@example.com
          id: ada
          givenName: Ada
          familyName: Byron
        - userName: grace@example.com
          id: grace
        - userName: mary@example.com
          id: mary

        teams:
        - {id: day, name: Day crew}
        - {id: night, name: Night crew, description: "Late, mostly"}

        organizations:
        - {id: org-lab, name: Lab}

        groups:
        - {id: staging, name: Staging}
        - {id: warehouse, name: Warehouse}

        connectors:
        - {id: orders, group: warehouse, service: postgres, name: orders_db}

        memberships:
        - {user: Ada@example.com, in: account, role: Account Administrator}
        - {user: grace@example.com, in: account, role: Account Reviewer}
        - {team: day, in: account, role: Auditor}
        - {user: mary@example.com, in: organization/org-lab, role: Organization Viewer}
        - {team: night, in: organization/org-lab, role: Organization Admin}
        - {team: day, in: group/staging, role: View Destination}
        - {user: grace@example.com, in: group/warehouse, role: Edit Destination}
        - {team: day, in: group/warehouse, role: Auditor}
        - {team: night, in: group/warehouse, role: Edit Destination}
        - {user: grace@example.com, in: connector/orders, role: Edit Connection, expiresAt: 2026-04-02T10:00:00.123456Z}
        - {user: Ada@example.com, in: team/night, role: Team Manager}
        - {user: mary@example.com, in: team/night, role: Porter, expiresAt: 2027-01-01T00:00:00.000000Z}

        """;

    [Fact]
    public async Task A_document_makes_them_and_is_exported_again()
    {
        var world = await World.MakeAsync(server.Roster);
        var (papers, document) = (new Papers(world.Admin), world.Fill(Everything));

        var plan = await papers.MakeAsync(document);
        server.Document.Problems("POST", "/api/plans", 201, "application/json", plan.Text).ShouldBeEmpty();
        Papers.Changes(plan).ShouldBe([
            "create role Auditor",
            "create role Porter",
            "create team day",
            "create team night",
            "create membership day account",
            "create membership night organization/org-lab",
            "create membership day group/staging",
            "create membership day group/warehouse",
            "create membership night group/warehouse",
            "create membership Ada@example.com team/night",
            "create membership mary@example.com team/night",
        ]);
        (await papers.ApplyAsync(plan.Json.GetProperty("id").GetString()!)).Status.ShouldBe(200);

        (await papers.ExportAsync()).ShouldBe(document);
        foreach (var type in new[] { Papers.Yaml, "application/json" })
        {
            var exported = await papers.ExportAsync(type);
            Papers.Changes(await papers.MakeAsync(exported, type)).ShouldBeEmpty(exported);
        }

        server.Document.Problems("GET", "/api/document", 200, "application/json", await papers.ExportAsync("application/json")).ShouldBeEmpty();
        (await papers.By.GetAsync("/api/roles/Porter")).Json.GetProperty("level").GetString().ShouldBe("member");
    }

    [Fact]
    public async Task Conditions_come_back_as_they_were_written_numbers_as_numbers()
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);
        const string permissions = """[read, {"action":"write","on":"record","when":{"context.level":{"in":[5,"5",-1.5,true,"true","yes","05"]},"context.\u00FC: x":{"not":7},"resource.id":{"same":"subject.id"}}}]""";
        var document = "roster: 1\nmanages: {}\nroles:\n- {name: Auditor, kinds: [account], level: viewer, permissions: " + permissions + "}\n";

        await papers.DoAsync(document);

        (await papers.ExportAsync()).ShouldContain($"permissions: {permissions}}}\n");
        foreach (var type in new[] { Papers.Yaml, "application/json" })
        {
            var exported = await papers.ExportAsync(type);
            Papers.Changes(await papers.MakeAsync(exported, type)).ShouldBeEmpty(exported);
        }

        Papers.Changes(await papers.MakeAsync(document.Replace("[5,\"5\"", "[6,\"5\""))).ShouldBe(["change role Auditor"]);
        Papers.Changes(await papers.MakeAsync(document.Replace("[5,\"5\"", "[\"5\",\"5\""))).ShouldBe(["change role Auditor"]);
    }

    [Fact]
    public async Task What_the_document_does_not_name_goes_and_what_it_changes_changes()
    {
        var world = await World.MakeAsync(server.Roster);
        var papers = new Papers(world.Admin);
        var before = world.Fill(Everything);
        await papers.DoAsync(before);
        var edited = before
            .Replace("description: \"Opens: doors\", ", "")
            .Replace("- {name: Auditor, kinds: [account, group], level: viewer, permissions: [read, audit]}\n", "")
            .Replace("- {id: day, name: Day crew}\n", "").Replace("name: Night crew", "name: Late crew")
            .Replace("- {team: day, in: account, role: Auditor}\n", "").Replace("- {team: day, in: group/staging, role: View Destination}\n", "")
            .Replace("- {team: day, in: group/warehouse, role: Auditor}\n", "")
            .Replace("team: night, in: group/warehouse, role: Edit Destination", "team: night, in: group/warehouse, role: View Destination")
            .Replace("- {user: Ada@example.com, in: team/night, role: Team Manager}\n", "");

        Papers.Changes(await papers.MakeAsync(edited)).ShouldBe([
            "change team night",
            "remove membership Ada@example.com team/night",
            "change membership night group/warehouse",
            "remove team day",
            "remove role Auditor",
        ]);
        await papers.DoAsync(edited.Replace("- {name: Porter, ", "- {name: Porter, description: \"\", "));
        (await papers.ExportAsync()).ShouldBe(edited);
    }

    [Fact]
    public async Task A_role_that_somebody_keeps_is_not_removed_nor_raised()
    {
        var world = await World.MakeAsync(server.Roster);
        var papers = new Papers(world.Admin);
        await papers.DoAsync(world.Fill(Everything));

        foreach (var (document, field) in new[]
        {
            ("{roster: 1, manages: {roles: [\"*\"]}, roles: [{name: Porter}]}", "roles"),
            ("{roster: 1, manages: {}, roles: [{name: Auditor, level: admin}]}", "roles[0].name"),
            ("{roster: 1, manages: {}, roles: [{name: Owner, level: viewer, kinds: [account]}]}", "roles[0].name"),
            ("{roster: 1, manages: {}, roles: [{name: New}]}", "roles[0].kinds"),
        })
        {
            var answer = await papers.MakeAsync(document);
            (answer.Status, answer.Json.GetProperty("field").GetString()).ShouldBe((400, field), answer.Text);
        }
    }

    [Fact]
    public async Task Who_sits_in_a_team_is_touched_by_what_it_gains_and_loses()
    {
        var world = await World.MakeAsync(server.Roster);
        var papers = new Papers(world.Admin);
        await papers.DoAsync(world.Fill(Everything));

        var gains = await papers.MakeAsync("{roster: 1, manages: {}, memberships: [{team: night, in: group/staging, role: View Destination}]}");
        var goes = await papers.MakeAsync("{roster: 1, manages: {teams: [night]}}");
        var stays = await papers.MakeAsync("{roster: 1, manages: {}, users: [{userName: mary@example.com, active: false}]}");

        gains.Json.GetProperty("reach").GetProperty("membersTouched").GetInt32().ShouldBe(2);
        goes.Json.GetProperty("reach").GetRawText().ShouldBe(
            """{"creates":0,"changes":0,"removals":1,"usersDeactivated":0,"membershipsEnded":4,"keysRevoked":0,"membersTouched":2,"membersTouchedPercent":67,"losesLastAdmin":["organization/org-lab"],"summary":["removes the last admin of 1 organization","ends 4 memberships","touches 67 % of members"]}""");
        stays.Json.GetProperty("reach").GetProperty("membershipsEnded").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_place_that_a_team_administers_has_an_admin_left()
    {
        var world = await World.MakeAsync(server.Roster);
        var papers = new Papers(world.Admin);
        await papers.DoAsync(world.Fill(Everything).Replace("org-lab, role: Organization Viewer", "org-lab, role: Organization Admin"));

        var plan = await papers.MakeAsync("{roster: 1, manages: {users: [\"mary@*\"]}}");

        plan.Json.GetProperty("reach").GetProperty("losesLastAdmin").GetArrayLength().ShouldBe(0, plan.Text);
    }

    [Theory]
    [InlineData("roles: [{name: Auditor, description: x}]", "PATCH /api/roles/Auditor {\"description\":\"y\"}", "role Auditor was changed")]
    [InlineData("roles: [{name: New, level: viewer, kinds: [group]}]", "POST /api/roles {\"name\":\"New\",\"level\":\"admin\",\"kinds\":[\"group\"]}", "role New There is a role 'New' already.")]
    [InlineData("manages: {roles: [Porter], teams: [night]}", "PUT /api/memberships/team/day/mary {\"role\":\"Porter\"}", "role Porter The role 'Porter' is held by somebody: end those memberships, or give them another role, first.")]
    [InlineData("teams: [{id: night, name: N}]", "PATCH /api/teams/night {\"name\":\"M\"}", "team night was changed")]
    [InlineData("memberships: [{team: night, in: group/staging, role: View Destination}]", "DELETE /api/teams/night", "membership group/staging/night There is no team 'night'.")]
    [InlineData("memberships: [{user: mary@example.com, in: team/day, role: Team Member}]", "DELETE /api/teams/day", "membership team/day/mary There is no team 'day'.")]
    public async Task A_plan_is_not_applied_once_something_it_rests_on_has_moved(string document, string request, string moved)
    {
        var world = await World.MakeAsync(server.Roster);
        var papers = new Papers(world.Admin);
        await papers.DoAsync(world.Fill(Everything));
        var plan = await papers.PlanAsync($"roster: 1\n{(document.StartsWith("manages") ? "" : "manages: {}\n")}{document}\n");
        var parts = request.Split(' ', 3);
        (await papers.By.SendAsync(parts[0], parts[1], parts.ElementAtOrDefault(2))).Status.ShouldBeInRange(200, 299);

        var answer = await papers.ApplyAsync(plan);

        (answer.Status, Papers.ProblemOf(answer)).ShouldBe((409, "plan-moved"), answer.Text);
        answer.Json.GetProperty("moved").EnumerateArray()
            .Select(one => $"{one.GetProperty("kind")} {one.GetProperty("id")} {one.GetProperty("what")}").ShouldBe([moved]);
    }

    [Fact]
    public async Task Members_are_one_of_the_two()
    {
        var papers = new Papers((await World.MakeAsync(server.Roster)).Admin);

        var answer = await papers.MakeAsync("""
            roster: 1
            manages: {}
            teams: [{id: t, name: T, members: []}]
            memberships:
            - {user: mary@example.com, team: t, in: account, role: Account Reviewer}
            - {in: account, role: Account Reviewer}
            - {team: t, in: team/t, role: Team Member}
            """);

        answer.Json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("field").GetString()).ShouldBe(
            ["teams[0].members", "memberships[0].team", "memberships[1].user", "memberships[2].in"], answer.Text);
    }
}
