using System.Text.RegularExpressions;

namespace Roster.Tests.Http.Native.Documents;

/// <summary>What is exported, edited, planned and applied is what is exported then.</summary>
public sealed class RoundTripTests(NativeServer server)
{
    [Fact]
    public async Task A_world_is_exported_in_a_stable_order_without_what_has_no_value()
    {
        var world = await World.MakeAsync(server.Roster);

        (await new Papers(world.Admin).ExportAsync()).ShouldBe(world.Fill(
            """
            roster: 1
            account: {account}

            users:
            - userName: Ada@example.com
              id: ada
              givenName: Ada
              familyName: Byron
            - userName: grace@example.com
              id: grace
            - userName: mary@example.com
              id: mary

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
            - {user: mary@example.com, in: organization/org-lab, role: Organization Viewer}
            - {user: grace@example.com, in: group/warehouse, role: Edit Destination}
            - {user: grace@example.com, in: connector/orders, role: Edit Connection, expiresAt: 2026-04-02T10:00:00.123456Z}

            """));
    }

    [Fact]
    public async Task The_JSON_of_it_says_the_same_a_member_a_line()
    {
        var world = await World.MakeAsync(server.Roster);
        var papers = new Papers(world.Admin);

        var json = await papers.ExportAsync("application/json");

        json.ShouldContain("\"userName\": \"Ada@example.com\",\n      \"id\": \"ada\",\n");
        server.Document.Problems("GET", "/api/document", 200, "application/json", json).ShouldBeEmpty();
        var plan = await papers.MakeAsync(json, "application/json");
        plan.Json.GetProperty("isEmpty").GetBoolean().ShouldBeTrue(plan.Text);
    }

    [Theory]
    [InlineData(Papers.Yaml)]
    [InlineData("application/json")]
    public async Task An_export_asks_for_no_change(string mediaType)
    {
        var papers = new Papers((await World.MakeAsync(server.Roster)).Admin);

        var plan = await papers.MakeAsync(await papers.ExportAsync(mediaType), mediaType);

        (plan.Status, plan.Json.GetProperty("isEmpty").GetBoolean()).ShouldBe((201, true));
        Papers.Changes(plan).ShouldBeEmpty();
        plan.Json.GetProperty("reach").GetProperty("summary").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_edited_export_is_what_is_exported_once_it_is_applied()
    {
        var papers = new Papers((await World.MakeAsync(server.Roster)).Admin);
        var edited = (await papers.ExportAsync())
            .Replace("givenName: Ada", "givenName: Augusta")
            .Replace("""
                - userName: grace@example.com
                  id: grace
                """, """
                - userName: eve@example.com
                  id: eve
                  phone: "+1 555 0100"
                - userName: hopper@example.com
                  id: grace
                """)
            .Replace("grace@example.com", "hopper@example.com")
            .Replace("{id: org-lab, name: Lab}", "{id: org-lab, name: Laboratory}\n- {id: org-new, name: \"New: one\"}")
            .Replace("- {id: staging, name: Staging}\n", "")
            .Replace("- {user: mary@example.com, in: organization/org-lab, role: Organization Viewer}",
                "- {user: eve@example.com, in: organization/org-lab, role: Organization Admin}\n- {user: mary@example.com, in: organization/org-lab, role: Organization Member}")
            .Replace("2026-04-02T10:00:00.123456Z", "2027-01-01T00:00:00.000000Z");

        var plan = await papers.MakeAsync(edited);

        Papers.Changes(plan).ShouldBe([
            "change organization org-lab",
            "create organization org-new",
            "change user ada Ada@example.com",
            "change user grace grace@example.com",
            "create user eve eve@example.com",
            "change membership mary@example.com organization/org-lab",
            "change membership hopper@example.com connector/orders",
            "create membership eve@example.com organization/org-lab",
            "remove group staging",
        ]);
        server.Document.Problems("POST", "/api/plans", 201, "application/json", plan.Text).ShouldBeEmpty();
        (await papers.ApplyAsync(plan.Json.GetProperty("id").GetString()!)).Status.ShouldBe(200);
        (await papers.ExportAsync()).ShouldBe(edited);
        (await papers.MakeAsync(edited)).Json.GetProperty("isEmpty").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_document_makes_another_account_the_same()
    {
        var from = new Papers((await World.MakeAsync(server.Roster)).Admin);
        var to = new Papers((await server.Roster.OpenAccountAsync()).Native);
        var document = Regex.Replace(await from.ExportAsync(), "(?m)^account:.*\n", "", RegexOptions.None, TimeSpan.FromMinutes(1));

        await to.DoAsync(document);

        Regex.Replace(await to.ExportAsync(), "(?m)^account:.*\n", "", RegexOptions.None, TimeSpan.FromMinutes(1)).ShouldBe(document);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("Null")]
    [InlineData("~")]
    [InlineData("2031-01-01")]
    [InlineData("0123")]
    [InlineData("1e3")]
    [InlineData(" leading and trailing ")]
    [InlineData("a: b # c")]
    [InlineData("- not a list")]
    [InlineData("line\nbreak\r\nand\ttab")]
    [InlineData("\u0007\u0085\u2028\u2029\uFEFF\u00A0")]
    [InlineData("\"quoted\" and \\ back")]
    [InlineData("&anchor *alias !tag |")]
    [InlineData("Ünïcode 漢字 😀")]
    [InlineData("{flow, [style]}")]
    [InlineData("%directive")]
    public async Task A_text_is_that_text_again(string text)
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);
        var body = new System.Text.Json.Nodes.JsonObject { ["userName"] = "odd@example.com", ["givenName"] = text, ["externalId"] = text };
        (await papers.By.PostAsync("/api/users", body.ToJsonString())).Status.ShouldBe(201);

        foreach (var mediaType in new[] { Papers.Yaml, "application/json" })
        {
            var document = await papers.ExportAsync(mediaType);
            Papers.Changes(await papers.MakeAsync(document, mediaType)).ShouldBeEmpty();

            await papers.DoAsync(document.Replace("odd@example.com", "even@example.com"), mediaType);
            var user = (await papers.By.GetAsync("/api/users?userName=even@example.com")).Json.GetProperty("items")[0];
            user.GetProperty("givenName").GetString().ShouldBe(text);
            await papers.DoAsync(document, mediaType);
        }
    }

    [Fact]
    public async Task The_client_says_in_which_form_it_wants_it()
    {
        var papers = await Papers.OfNewAccountAsync(server.Roster);

        foreach (var (accept, expected) in new[]
        {
            ("*/*", "application/json"), ("application/json, application/yaml;q=0.9", "application/json"),
            ("application/json;q=0.5, application/yaml", "application/yaml"), ("application/*;q=0.1, text/yaml", "application/yaml"),
        })
        {
            var answer = await papers.By.GetAsync("/api/document", ("Accept", accept));
            (answer.Status, answer.Header("Content-Type"), answer.Header("Vary")).ShouldBe((200, expected, "Accept"), accept);
        }

        (await papers.By.GetAsync("/api/document", ("Accept", "text/html"))).Status.ShouldBe(406);
        (await papers.By.GetAsync("/api/users", ("Accept", "application/yaml"))).Status.ShouldBe(406);
    }
}
