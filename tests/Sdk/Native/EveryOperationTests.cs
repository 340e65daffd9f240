using Roster.Sdk.Native;

namespace Roster.Tests.Sdk.Native;

/// <summary>Each operation against a real server.</summary>
public sealed class EveryOperationTests(SdkServer server)
{
    [Fact]
    public async Task Places()
    {
        using var client = await server.NativeAsync();

        var organization = await client.Organizations.CreateAsync("Research", NewId("org-"));
        var group = await client.Groups.CreateAsync("Warehouse", "warehouse");
        var connector = await client.Connectors.CreateAsync("warehouse", "postgres", "billing", "billing_db");

        (await client.Organizations.GetAsync(organization.Id)).ShouldBe(organization);
        (await client.Groups.GetAsync("warehouse")).ShouldBe(group);
        (await client.Connectors.GetAsync("billing_db")).ShouldBe(connector);
        (await client.Organizations.RenameAsync(organization.Id, "Lab")).Name.ShouldBe("Lab");
        (await client.Groups.RenameAsync("warehouse", "Lake")).ShouldBe(group with { Name = "Lake" });
        (await client.Connectors.RenameAsync("billing_db", "books")).ShouldBe(connector with { Name = "books" });
        (await client.Organizations.ListAsync().ToListAsync()).ShouldBe([organization with { Name = "Lab" }]);
        (await client.Groups.ListAsync().ToListAsync()).ShouldBe([group with { Name = "Lake" }]);
        (await client.Connectors.ListAsync("warehouse").ToListAsync()).ShouldBe([connector with { Name = "books" }]);
        connector.ShouldSatisfyAllConditions(() => connector.GroupId.ShouldBe("warehouse"), () => connector.Service.ShouldBe("postgres"));

        await client.Connectors.DeleteAsync("billing_db");
        await client.Groups.DeleteAsync("warehouse");
        await client.Organizations.DeleteAsync(organization.Id);
        (await client.Connectors.ListAsync().ToListAsync()).ShouldBeEmpty();
        (await client.Groups.ListAsync().ToListAsync()).ShouldBeEmpty();
        (await client.Organizations.ListAsync().ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Memberships()
    {
        using var client = await server.NativeAsync();
        await client.Groups.CreateAsync("Warehouse", "warehouse");
        await client.Users.CreateAsync(new NewUser("grace") { Id = "grace" });
        var (place, end) = (Place.Group("warehouse"), server.Server.Clock.GetUtcNow().AddDays(3));

        var begun = await client.Memberships.PutAsync(place, "grace", "View Destination", end);
        var kept = await client.Memberships.PutAsync(place, "grace", "Edit Destination");
        var endless = await client.Memberships.PutAsync(place, "grace", "Edit Destination", expiresAt: null);

        begun.ShouldSatisfyAllConditions(
            () => begun.Place.ShouldBe(place),
            () => begun.UserId.ShouldBe("grace"),
            () => begun.Level.ShouldBe(Level.Viewer),
            () => begun.Door.ShouldBe(Roster.Sdk.Native.Door.Native),
            () => begun.ExpiresAt.ShouldBe(end));
        kept.ShouldSatisfyAllConditions(() => kept.Role.ShouldBe("Edit Destination"), () => kept.ExpiresAt.ShouldBe(end));
        endless.ExpiresAt.ShouldBeNull();
        (await client.Memberships.GetAsync(place, "grace")).ShouldBe(endless);
        (await client.Memberships.ListAsync(MembershipFilter.In(place)).ToListAsync()).ShouldBe([endless]);
        (await client.Memberships.ListAsync(MembershipFilter.Of("grace")).ToListAsync()).ShouldBe([endless]);
        (await client.Memberships.ListAsync(new MembershipFilter { Kind = ScopeKind.Account, Role = "Account Administrator" }).ToListAsync())
            .Select(membership => membership.UserId).ShouldBe(["ada"]);

        await client.Memberships.EndAsync(place, "grace");
        (await client.Memberships.ListAsync(MembershipFilter.In(place)).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Teams_and_what_they_hold()
    {
        using var client = await server.NativeAsync();
        await client.Groups.CreateAsync("Warehouse", "warehouse");

        var team = await client.Teams.CreateAsync(new NewTeam("Night crew") { Id = "night", Description = "Late" });
        var changed = await client.Teams.ChangeAsync("night", new() { Name = "Crew", Description = null }, new() { IfMatch = team.ETag });
        var seat = await client.Teams.PutSeatAsync("night", "ada");
        var held = await client.Memberships.PutOfTeamAsync(Place.Group("warehouse"), "night", "Edit Destination");

        (team.Description, changed.Name, changed.Description).ShouldBe(("Late", "Crew", null));
        (await client.Teams.ListAsync().ToListAsync()).Select(found => found.Id).ShouldBe(["night"]);
        (seat.Place, seat.Role, seat.UserId).ShouldBe((Place.Team("night"), "Team Member", "ada"));
        (await client.Teams.GetSeatAsync("night", "ada")).ShouldBe(seat);
        (await client.Teams.ListSeatsAsync("night", active: true).ToListAsync()).ShouldBe([seat]);
        (held.TeamId, held.UserId).ShouldBe(("night", ""));
        (await client.Memberships.GetOfTeamAsync(Place.Group("warehouse"), "night")).ShouldBe(held);
        (await client.Memberships.ListAsync(MembershipFilter.OfTeam("night")).ToListAsync()).ShouldBe([held]);

        await client.Memberships.EndOfTeamAsync(Place.Group("warehouse"), "night");
        await client.Teams.EndSeatAsync("night", "ada");
        await client.Teams.DeleteAsync("night");
        (await Should.ThrowAsync<RosterException>(() => client.Teams.GetAsync("night"))).Code.ShouldBe("unknown-team");
    }

    [Fact]
    public async Task Roles_of_the_accounts_own()
    {
        using var client = await server.NativeAsync();

        var role = await client.Roles.DefineAsync(new NewRole("Auditor", Level.Viewer, [ScopeKind.Account, ScopeKind.Group]) { Permissions = ["audit"] });
        var redefined = await client.Roles.RedefineAsync("Auditor", new() { Description = "Reads", Permissions = ["audit", "export"] }, new() { IfMatch = role.ETag });

        role.IsCustom.ShouldBeTrue();
        (redefined.Description, redefined.Level).ShouldBe(("Reads", Level.Viewer));
        redefined.Permissions.ShouldBe([new("audit"), new("export")]);
        (await client.Roles.GetAsync("Auditor")).ETag.ShouldBe(redefined.ETag);
        await client.Roles.RemoveAsync("Auditor");
        (await Should.ThrowAsync<RosterException>(() => client.Roles.RedefineAsync("Owner", new() { Description = "" }))).Code.ShouldBe("standard-role");
    }

    [Fact]
    public async Task Invitations()
    {
        using var client = await server.NativeAsync();
        await client.Users.CreateAsync(new NewUser("grace@example.com") { Id = "grace", Invite = true });
        await client.Invitations.IssueAsync("grace");
        await client.Invitations.RevokeAsync("grace");

        var issued = await client.Invitations.IssueAsync("grace");
        var accepted = await client.Invitations.AcceptAsync(issued.Token!);

        issued.Link.ShouldEndWith("#" + issued.Token);
        issued.ToString().ShouldNotContain(issued.Token!);
        accepted.ShouldBe(new AcceptedInvitation { UserId = "grace", UserName = "grace@example.com", Verified = true });
        (await client.Users.GetAsync("grace")).ShouldSatisfyAllConditions(user => user.Pending.ShouldBeFalse(), user => user.Verified.ShouldBeTrue());
    }

    [Fact]
    public async Task Keys()
    {
        using var client = await server.NativeAsync();

        var minted = await client.Keys.MintAsync(new NewKey("provisioner", [Grant.Provision]) { Level = Level.Viewer, OwnerId = "ada" });
        var rotated = await client.Keys.RotateAsync(minted.Id, TimeSpan.FromHours(1));

        minted.Text.ShouldStartWith(minted.Id + ".");
        minted.ToString().ShouldNotContain(minted.Text!);
        minted.ShouldSatisfyAllConditions(() => minted.Grants.ShouldBe([Grant.Provision]), () => minted.Level.ShouldBe(Level.Viewer), () => minted.OwnerId.ShouldBe("ada"));
        (await client.Keys.GetAsync(minted.Id)).RevokedAt.ShouldBe(server.Server.Clock.GetUtcNow().AddHours(1));
        (await client.Keys.ListAsync().Select(key => key.Id).ToListAsync()).ShouldContain(rotated.Id);
        using (var other = new RosterClient(server.Address, rotated.Text!))
        {
            (await other.Account.GetAsync()).ShouldBe(await client.Account.GetAsync());
        }

        await client.Keys.RevokeAsync(rotated.Id);
        (await client.Keys.ListAsync().Select(key => key.Id).ToListAsync()).ShouldNotContain(rotated.Id);
    }

    [Fact]
    public async Task Roles_and_the_log()
    {
        using var client = await server.NativeAsync();

        var roles = await client.Roles.ListAsync().ToListAsync();
        var log = await client.Changes.ListAsync(pageSize: 2).ToListAsync();

        roles.Single(role => role.Name == "Destination Administrator").ShouldSatisfyAllConditions(
            role => role.ReplacedBy.ShouldBe("Manage Destination"),
            role => role.Kinds.ShouldBe([ScopeKind.Group]),
            role => role.Level.ShouldBe(Level.Admin),
            role => role.Permissions.ShouldNotBeEmpty(),
            role => role.Description.ShouldNotBeEmpty());
        log.Select(entry => entry.Revision).ShouldBe(Enumerable.Range(1, log.Count).Select(i => (long)i));
        log.Single(entry => entry.Kind == "RoleGiven").ShouldSatisfyAllConditions(
            entry => entry.Change.GetProperty("role").GetString().ShouldBe("Account Administrator"),
            entry => entry.Door.ShouldBe(Roster.Sdk.Native.Door.Server));
        (await client.Changes.ListAsync(after: log.Count).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_is_followed_until_it_is_cancelled()
    {
        using var client = await server.NativeAsync();
        using var stop = new CancellationTokenSource();
        var last = (await client.Changes.ListAsync().ToListAsync())[^1].Revision;

        var seen = new List<string>();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            var following = client.Changes.FollowAsync(last, TimeSpan.FromMilliseconds(5), stop.Token);
            await client.Users.CreateAsync(new NewUser("grace"));
            await foreach (var entry in following)
            {
                seen.Add(entry.Kind);
                await (seen.Count == 1 ? client.Users.CreateAsync(new NewUser("mary")) : stop.CancelAsync());
            }
        });

        seen.ShouldBe(["UserCreated", "UserCreated"]);
    }

    [Fact]
    public async Task Accounts()
    {
        using var client = server.Operator();

        var opened = await client.Accounts.OpenAsync("Example Ltd", NewId("org-"));
        var minted = await client.Accounts.MintKeyAsync(opened.Account.Id, new NewKey("spare", [Grant.Read]));

        using (var first = new RosterClient(server.Address, opened.Key.Text!))
        {
            (await first.Account.GetAsync()).ShouldBe(opened.Account);
            (await first.Keys.GetAsync(minted.Id)).Grants.ShouldBe([Grant.Read]);
        }

        await client.Accounts.CloseAsync(opened.Account.Id);
        (await client.Accounts.ListAsync(pageSize: 2).SingleAsync(account => account.Id == opened.Account.Id)).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_client_that_names_revisions_reads_its_own_writes()
    {
        using var client = await server.NativeAsync(new() { NameRevisions = true });

        var group = await client.Groups.CreateAsync("Warehouse");

        (await client.Groups.GetAsync(group.Id)).ShouldBe(group);
    }

    private static string NewId(string prefix) => prefix + Guid.NewGuid().ToString("N");
}
