using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>Written through Fivetran's door, seen through WhyLabs'.</summary>
public sealed class WrittenAtFivetranTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task An_invited_user_is_an_account_user_with_the_folded_address()
    {
        var at = await server.OpenAccountAsync();
        var id = await at.InviteAsync("Ada@Example.COM");

        var shown = (await at.DoAsync(at.WhyLabs.Users())).Body!.AsArray().ShouldHaveSingleItem()!;
        shown["userId"]!.ToString().ShouldBe(id);
        shown["email"]!.ToString().ShouldBe("ada@example.com");
        ((bool)shown["active"]!).ShouldBeTrue();
        shown.AsObject().ContainsKey("userSchema").ShouldBeFalse();
        shown.AsObject().ContainsKey("externalId").ShouldBeFalse();
        (await at.DoAsync(at.WhyLabs.UserByEmail("ADA@example.com"))).Text("userId").ShouldBe(id);
    }

    [Theory]
    [InlineData("Account Administrator", "ADMIN")]
    [InlineData("Owner", "ADMIN")]
    [InlineData("Account Analyst", "MEMBER")]
    [InlineData("Destination Creator", "MEMBER")]
    [InlineData("Account Reviewer", "VIEWER")]
    [InlineData("Account Billing", "VIEWER")]
    [InlineData("Billing", "VIEWER")]
    public async Task An_account_role_is_a_membership_of_its_level(string role, string level)
    {
        var at = await server.OpenAccountAsync();
        var id = await at.CreateAsync();
        await at.DoAsync(at.Fivetran.SetRole(id, role));

        (await at.LevelsAsync(id)).ShouldBe([$"{at.Account}:{level}"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_role_taken_away_is_no_membership(bool byPatch)
    {
        var at = await server.OpenAccountAsync();
        var id = await at.CreateAsync();
        await at.DoAsync(at.WhyLabs.Add(at.Account, "MEMBER", id));

        await at.DoAsync(byPatch ? at.Fivetran.SetRole(id, "") : at.Fivetran.EndRole(id));

        (await at.LevelsAsync(id)).ShouldBeEmpty();
        (await at.AtWhyLabsAsync(id))["active"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_change_leaves_alone_what_only_WhyLabs_knows()
    {
        var at = await server.OpenAccountAsync();
        var id = (await at.DoAsync(at.WhyLabs.Create("ada@example.com", "ext-1", """{"title":"PM"}"""))).Text("userId");

        await at.DoAsync(at.Fivetran.Patch(id, new() { ["given_name"] = "Ada", ["phone"] = null, ["role"] = "Account Reviewer" }));

        var shown = await at.AtWhyLabsAsync(id);
        shown["externalId"]!.ToString().ShouldBe("ext-1");
        shown["userSchema"]!.ToString().ShouldBe("""{"title":"PM"}""");
    }

    [Fact]
    public async Task Memberships_in_groups_and_connectors_are_not_shown()
    {
        var at = await server.OpenAccountAsync();
        var group = await at.CreateGroupAsync();
        var connector = await at.CreateConnectorAsync(group);
        var id = await at.CreateAsync();
        await at.DoAsync(at.Fivetran.Join(id, new("groups", group), "Manage Destination"));
        await at.DoAsync(at.Fivetran.Join(id, new("connections", connector), "Manage Connection"));

        (await at.LevelsAsync(id)).ShouldBeEmpty();
        (await at.DoAsync(at.WhyLabs.Memberships())).List("memberships").ShouldBeEmpty();
        (await at.DoAsync(at.WhyLabs.Organizations())).Body!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_deleted_is_unknown_and_invited_again_has_the_old_id_and_nothing_else()
    {
        var at = await server.OpenAccountAsync();
        var organization = await at.CreateOrganizationAsync();
        var id = (await at.DoAsync(at.WhyLabs.Create("ada@example.com", "ext-1", "{}"))).Text("userId");
        await at.DoAsync(at.WhyLabs.Add(organization, "ADMIN", id));

        await at.DoAsync(at.Fivetran.Delete(id));
        (await at.SendAsync(at.WhyLabs.UserById(id))).IsRefusedFor(FaultKind.UnknownUser).ShouldBeTrue();
        (await at.DoAsync(at.WhyLabs.Memberships())).List("memberships").ShouldBeEmpty();

        (await at.InviteAsync("Ada@Example.com")).ShouldBe(id);
        var shown = await at.AtWhyLabsAsync(id);
        shown.AsObject().ContainsKey("externalId").ShouldBeFalse();
        shown.AsObject().ContainsKey("userSchema").ShouldBeFalse();
        (await at.LevelsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_owner_stays_whichever_door_made_them_one()
    {
        var at = await server.OpenAccountAsync();
        var id = await at.CreateAsync();
        await at.DoAsync(at.Fivetran.SetRole(id, "Owner"));

        Call[] removals =
        [
            at.WhyLabs.Delete(id), at.WhyLabs.SetActive(id, false), at.WhyLabs.Remove(at.Account, "ADMIN", id),
            at.WhyLabs.Add(at.Account, "VIEWER", id), at.WhyLabs.Replace(at.Account, "ADMIN"),
            at.Fivetran.Delete(id), at.Fivetran.EndRole(id), at.Fivetran.SetRole(id, "Account Analyst"),
            at.Native.Delete(id), at.Native.EndInAccount(id), at.Native.GiveInAccount(id, "Owner", server.Clock.GetUtcNow().AddDays(1)),
        ];
        foreach (var removal in removals)
        {
            (await at.SendAsync(removal)).IsRefusedFor(FaultKind.LastOwner).ShouldBeTrue(removal.ToString());
        }

        (await at.RoleAsync(id)).ShouldBe("Owner");
    }
}
