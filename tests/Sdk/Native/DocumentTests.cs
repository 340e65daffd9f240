using Roster.Sdk.Native;

namespace Roster.Tests.Sdk.Native;

/// <summary>Access as code, against a real server.</summary>
public sealed class DocumentTests(SdkServer server)
{
    [Fact]
    public async Task An_account_is_as_the_document_that_it_gives()
    {
        using var client = await server.NativeAsync();
        await client.Groups.CreateAsync("Warehouse", "warehouse");
        await client.Connectors.CreateAsync("warehouse", "postgres", "billing", "billing_db");
        await client.Memberships.PutAsync(Place.Group("warehouse"), "ada", "View Destination", DateTimeOffset.UtcNow.AddYears(10));

        var document = await client.Documents.GetAsync();

        document.ETag.ShouldBe((await client.Account.GetAsync()).ETag);
        document.Users!.Single().ShouldSatisfyAllConditions(
            user => user.UserName.ShouldBe("ada@example.com"), user => user.GivenName.Or("").ShouldBe("Ada"), user => user.Phone.IsSet.ShouldBeFalse());
        document.Memberships!.Select(membership => membership.In).ShouldBe(["account", "group/warehouse"]);
        (await client.Plans.MakeAsync(document)).IsEmpty.ShouldBeTrue();
        foreach (var format in Enum.GetValues<DocumentFormat>())
        {
            (await client.Plans.MakeAsync(await client.Documents.GetTextAsync(format), format)).IsEmpty.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_plan_is_made_shown_and_applied()
    {
        using var client = await server.NativeAsync();

        var plan = await client.Plans.MakeAsync(new Document
        {
            Manages = new(),
            Users = [new WantedUser { UserName = "grace", Id = "grace", GivenName = "Grace", Active = true }, new WantedUser { UserName = "ada@example.com", FamilyName = null }],
            Organizations = [new WantedScope { Id = "org-" + Guid.NewGuid().ToString("N"), Name = "Research" }],
            Groups = [new WantedScope { Id = "warehouse", Name = "Warehouse" }],
            Connectors = [new WantedConnector { Id = "billing_db", Group = "warehouse", Service = "postgres", Name = "billing" }],
            Memberships = [new WantedMembership { User = "grace", In = Place.Group("warehouse").ToString(), Role = "View Destination", ExpiresAt = null }],
        });
        var applied = await client.Plans.ApplyAsync(plan.Id, new() { IfMatch = plan.ETag });
        var later = await client.Plans.GetAsync(plan.Id);

        plan.Changes.Select(change => $"{change.Action} {change.Kind} {change.Id ?? change.In}").ShouldContain("create membership group/warehouse");
        plan.Changes.Single(change => change.Action == PlannedAction.Change).Before!.Value.GetProperty("familyName").GetString().ShouldBe("Byron");
        plan.Reach.ShouldSatisfyAllConditions(
            reach => reach.Creates.ShouldBe(5), reach => reach.Changes.ShouldBe(1), reach => reach.Removals.ShouldBe(0), reach => reach.MembersTouched.ShouldBeGreaterThan(0));
        (plan.AppliedIn, later.AppliedIn).ShouldBe((null, applied.Revision));
        applied.Applied.ShouldBe(plan.Changes.Count);
        (await client.Plans.ApplyAsync(plan.Id)).ShouldBe(applied);
        (await client.Memberships.GetAsync(Place.Group("warehouse"), "grace")).Role.ShouldBe("View Destination");
    }

    [Fact]
    public async Task A_plan_whose_ground_has_moved_says_what_moved()
    {
        using var client = await server.NativeAsync();
        var plan = await client.Plans.MakeAsync(new Document { Manages = new(), Users = [new WantedUser { UserName = "ada@example.com", Phone = "1" }] });
        await client.Users.ChangeAsync("ada", new UserChange { GivenName = "Augusta" });

        var refused = await Should.ThrowAsync<RosterException>(() => client.Plans.ApplyAsync(plan.Id));

        refused.Code.ShouldBe(Plans.PlanMoved);
        Plans.MovedIn(refused).ShouldBe([new Moved { Kind = "user", Id = "ada", What = "was changed" }]);
        Plans.ProblemsIn(refused).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_that_is_wrong_is_refused_with_all_that_is_wrong()
    {
        using var client = await server.NativeAsync();

        var refused = await Should.ThrowAsync<RosterException>(() => client.Plans.MakeAsync(
            "roster: 1\nmanages: {}\nusers:\n- {userName: grace, nickName: G}\nmemberships:\n- {user: grace, in: nowhere, role: Owner}\n", DocumentFormat.Yaml));

        Plans.ProblemsIn(refused).Select(problem => problem.Field).ShouldBe(["users[0].nickName", "memberships[0].in"]);
        Plans.MovedIn(refused).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_that_goes_too_far_is_refused()
    {
        using var client = await server.NativeAsync();
        await client.Groups.CreateAsync("Warehouse", "warehouse");
        var document = (await client.Documents.GetAsync()) with { Groups = null };
        var plan = await client.Plans.MakeAsync(document, maxRemovals: 0);

        (await Should.ThrowAsync<RosterException>(() => client.Plans.ApplyAsync(plan.Id))).Code.ShouldBe(Plans.ReachExceeded);

        await client.Plans.ApplyAsync((await client.Plans.MakeAsync(document, maxRemovals: 1)).Id);
        (await client.Groups.ListAsync().ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_refused_and_not_lost_on_the_way()
    {
        await using var small = await RosterServer.StartAsync(new ServerOptions { Settings = new Dictionary<string, string> { ["ROSTER_DOCUMENT_LIMIT"] = "1" } });
        var account = await small.OpenAccountAsync();
        using var client = new RosterClient(new($"http://127.0.0.1:{small.Port}"), account.Key.ToString(), new() { MaxRetries = 0 });
        var large = "roster: 1\n#" + new string('x', 32 * 1024 * 1024) + "\n";

        var refused = await Should.ThrowAsync<RosterException>(() => client.Plans.MakeAsync(large, DocumentFormat.Yaml));

        refused.ShouldSatisfyAllConditions(
            () => refused.Code.ShouldBe("body-too-large"), () => refused.Status.ShouldBe(System.Net.HttpStatusCode.RequestEntityTooLarge));
    }
}
