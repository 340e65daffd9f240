using Roster.Core.Values;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>An end that our own door set holds at every door, also for lists that were asked for before.</summary>
public sealed class EndingMembershipTests
{
    [Fact]
    public async Task Past_its_end_a_membership_is_none_at_every_door()
    {
        await using var server = await AccountServer.StartAsync();
        var at = await server.OpenAccountAsync();
        var (group, organization, id) = (await at.CreateGroupAsync(), await at.CreateOrganizationAsync(), await at.CreateAsync());
        var end = server.Clock.GetUtcNow().AddHours(1);
        await at.DoAsync(at.Native.GiveInAccount(id, "Account Administrator", end));
        await at.DoAsync(at.Native.Give("group", group, id, "Edit Destination", end));
        await at.DoAsync(at.Native.Give("organization", organization, id, "Organization Viewer", end));

        server.Clock.Set(Instant.From(end.AddMicroseconds(-1)));
        (await at.RoleAsync(id)).ShouldBe("Account Administrator");
        (await at.GroupRolesAsync(id)).ShouldBe([$"{group}:Edit Destination"]);
        (await at.LevelsAsync(id)).ShouldBe([$"{at.Account}:ADMIN", $"{organization}:VIEWER"]);
        (await at.DoAsync(at.WhyLabs.Memberships())).List("memberships").Count.ShouldBe(2);

        server.Clock.Set(Instant.From(end));
        (await at.RoleAsync(id)).ShouldBeNull();
        (await at.GroupRolesAsync(id)).ShouldBeEmpty();
        (await at.LevelsAsync(id)).ShouldBeEmpty();
        (await at.DoAsync(at.WhyLabs.Memberships())).List("memberships").ShouldBeEmpty();
        (await at.DoAsync(at.Fivetran.GroupUsers(group))).List("data.items").ShouldBeEmpty();
        (await at.DoAsync(at.Native.Memberships(""))).List("items").ShouldBeEmpty();
    }

    [Fact]
    public async Task Added_again_after_its_end_it_is_a_new_one_without_an_end()
    {
        await using var server = await AccountServer.StartAsync();
        var at = await server.OpenAccountAsync();
        var (group, id) = (await at.CreateGroupAsync(), await at.CreateAsync());
        var end = server.Clock.GetUtcNow().AddHours(1);
        var first = await at.DoAsync(at.Native.Give("group", group, id, "Edit Destination", end));
        server.Clock.Set(Instant.From(end));

        var second = await at.DoAsync(at.Fivetran.Join(id, new("groups", group), "View Destination"));
        second.Status.ShouldBe(201);
        second.Text("data.created_at").ShouldNotBe(first.Text("createdAt"));

        server.Clock.Advance(TimeSpan.FromDays(10_000));
        (await at.GroupRolesAsync(id)).ShouldBe([$"{group}:View Destination"]);
    }

    [Fact]
    public async Task A_change_through_a_door_that_cannot_say_an_end_keeps_it()
    {
        await using var server = await AccountServer.StartAsync();
        var at = await server.OpenAccountAsync();
        var (group, organization, id) = (await at.CreateGroupAsync(), await at.CreateOrganizationAsync(), await at.CreateAsync());
        var end = server.Clock.GetUtcNow().AddHours(1);
        await at.DoAsync(at.Native.GiveInAccount(id, "Account Analyst", end));
        await at.DoAsync(at.Native.Give("group", group, id, "Edit Destination", end));
        await at.DoAsync(at.Native.Give("organization", organization, id, "Organization Viewer", end));

        await at.DoAsync(at.Fivetran.SetRole(id, "Account Reviewer"));
        await at.DoAsync(at.Fivetran.ChangeMembership(id, new("groups", group), "View Destination"));
        await at.DoAsync(at.WhyLabs.Add(organization, "ADMIN", id));
        (await at.RoleAsync(id)).ShouldBe("Account Reviewer");
        (await at.GroupRolesAsync(id)).ShouldBe([$"{group}:View Destination"]);
        (await at.LevelsAsync(id)).ShouldBe([$"{at.Account}:VIEWER", $"{organization}:ADMIN"]);

        server.Clock.Set(Instant.From(end));
        (await at.DoAsync(at.Native.Memberships(""))).List("items").ShouldBeEmpty();
    }
}
