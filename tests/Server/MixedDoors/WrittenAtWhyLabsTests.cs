using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>Written through WhyLabs' door, seen through Fivetran's.</summary>
public sealed class WrittenAtWhyLabsTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task A_user_is_Fivetrans_user_with_the_address_as_it_was_written_and_was_never_invited()
    {
        var at = await server.OpenAccountAsync();
        var id = await at.CreateAsync("Ada@Example.com");

        var shown = await at.AtFivetranAsync(id);
        shown["email"]!.ToString().ShouldBe("Ada@Example.com");
        ((bool)shown["invited"]!).ShouldBeFalse();
        ((bool)shown["verified"]!).ShouldBeFalse();
        ((bool)shown["active"]!).ShouldBeTrue();
        shown["role"].ShouldBeNull();
        shown["phone"].ShouldBeNull();
        shown["picture"].ShouldBeNull();
    }

    [Theory]
    [InlineData("ADMIN", "Account Administrator")]
    [InlineData("MEMBER", "Account Analyst")]
    [InlineData("VIEWER", "Account Reviewer")]
    public async Task A_level_in_the_account_is_the_standard_role_of_that_level(string level, string role)
    {
        var at = await server.OpenAccountAsync();
        var id = await at.CreateAsync();
        await at.DoAsync(at.WhyLabs.Add(at.Account, level, id));

        (await at.RoleAsync(id)).ShouldBe(role);
    }

    [Theory]
    [InlineData("ADMIN", "Owner")]
    [InlineData("MEMBER", "Destination Creator")]
    [InlineData("VIEWER", "Account Billing")]
    public async Task Who_holds_another_role_of_the_level_keeps_it(string level, string role)
    {
        var at = await server.OpenAccountAsync();
        var id = await at.InviteAsync(role: role);
        await at.DoAsync(at.WhyLabs.Add(at.Account, level, id));
        await at.DoAsync(at.WhyLabs.Replace(at.Account, level, id));

        (await at.RoleAsync(id)).ShouldBe(role);
    }

    [Fact]
    public async Task A_deactivation_takes_the_role_and_the_groups_and_a_reactivation_gives_none_back()
    {
        var at = await server.OpenAccountAsync();
        var group = await at.CreateGroupAsync();
        var id = await at.InviteAsync(role: "Account Analyst");
        await at.DoAsync(at.Fivetran.Join(id, new("groups", group), "Edit Destination"));

        await at.DoAsync(at.WhyLabs.SetActive(id, false));
        var shown = await at.AtFivetranAsync(id);
        ((bool)shown["active"]!).ShouldBeFalse();
        shown["role"].ShouldBeNull();
        (await at.GroupRolesAsync(id)).ShouldBeEmpty();
        (await at.DoAsync(at.Fivetran.GroupUsers(group))).List("data.items").ShouldBeEmpty();

        await at.DoAsync(at.WhyLabs.SetActive(id, true));
        shown = await at.AtFivetranAsync(id);
        ((bool)shown["active"]!).ShouldBeTrue();
        shown["role"].ShouldBeNull();
        (await at.GroupRolesAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deactivation_said_again_takes_the_roles_that_were_given_since()
    {
        var at = await server.OpenAccountAsync();
        var id = await at.CreateAsync();
        await at.DoAsync(at.WhyLabs.SetActive(id, false));
        await at.DoAsync(at.Fivetran.SetRole(id, "Account Reviewer"));
        (await at.LevelsAsync(id)).ShouldBe([$"{at.Account}:VIEWER"]);

        await at.DoAsync(at.WhyLabs.SetActive(id, false));

        (await at.RoleAsync(id)).ShouldBeNull();
        (await at.LevelsAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_owner_takes_over_from_another_in_one_call()
    {
        var at = await server.OpenAccountAsync();
        var (old, next) = (await at.CreateAsync("old@example.com"), await at.CreateAsync("next@example.com"));
        await at.DoAsync(at.WhyLabs.Add(at.Account, "ADMIN", old));
        (await at.SendAsync(at.WhyLabs.Replace(at.Account, "ADMIN"))).IsRefusedFor(FaultKind.LastOwner).ShouldBeTrue();

        await at.DoAsync(at.WhyLabs.Replace(at.Account, "ADMIN", next));

        (await at.RoleAsync(old)).ShouldBeNull();
        (await at.RoleAsync(next)).ShouldBe("Account Administrator");
    }

    [Fact]
    public async Task An_update_leaves_alone_what_only_Fivetran_knows()
    {
        var at = await server.OpenAccountAsync();
        var id = await at.InviteAsync();
        await at.DoAsync(at.Fivetran.Patch(id, new() { ["phone"] = "+44 1234", ["picture"] = "https://img.example.com/a.png" }));

        await at.DoAsync(at.WhyLabs.Update(id, new() { ["externalId"] = "ext-1", ["userSchema"] = "{}" }));

        var shown = await at.AtFivetranAsync(id);
        shown["given_name"]!.ToString().ShouldBe("Ada");
        shown["family_name"]!.ToString().ShouldBe("Byron");
        shown["phone"]!.ToString().ShouldBe("+44 1234");
        shown["picture"]!.ToString().ShouldBe("https://img.example.com/a.png");
    }

    [Fact]
    public async Task Who_is_deleted_is_unknown_and_created_again_has_the_old_id_and_nothing_else()
    {
        var at = await server.OpenAccountAsync();
        var group = await at.CreateGroupAsync();
        var id = await at.InviteAsync("Ada@example.com", "Account Analyst");
        await at.DoAsync(at.Fivetran.Join(id, new("groups", group), "Edit Destination"));

        await at.DoAsync(at.WhyLabs.Delete(id));
        (await at.SendAsync(at.Fivetran.User(id))).IsRefusedFor(FaultKind.UnknownUser).ShouldBeTrue();
        (await at.DoAsync(at.Fivetran.Users())).List("data.items").ShouldBeEmpty();
        (await at.DoAsync(at.Fivetran.GroupUsers(group))).List("data.items").ShouldBeEmpty();

        (await at.CreateAsync("ADA@example.com")).ShouldBe(id);
        var shown = await at.AtFivetranAsync(id);
        shown["email"]!.ToString().ShouldBe("ADA@example.com");
        shown["given_name"]!.ToString().ShouldBeEmpty();
        shown["role"].ShouldBeNull();
        (await at.GroupRolesAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Organizations_and_memberships_in_them_are_not_shown()
    {
        var at = await server.OpenAccountAsync();
        var organization = await at.CreateOrganizationAsync();
        var id = await at.CreateAsync();
        await at.DoAsync(at.WhyLabs.Add(organization, "ADMIN", id));

        (await at.RoleAsync(id)).ShouldBeNull();
        (await at.GroupRolesAsync(id)).ShouldBeEmpty();
        (await at.DoAsync(at.Fivetran.Groups())).List("data.items").ShouldBeEmpty();
        (await at.SendAsync(at.Fivetran.Join(id, new("groups", organization), "Edit Destination"))).Status.ShouldBe(404);
    }
}
