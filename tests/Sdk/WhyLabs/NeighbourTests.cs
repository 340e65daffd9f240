using Roster.Sdk.WhyLabs;

namespace Roster.Tests.Sdk.WhyLabs;

/// <summary>What is beside the account, against a real server.</summary>
public sealed class NeighbourTests(SdkServer server)
{
    [Fact]
    public async Task Organizations()
    {
        var (client, org) = await server.WhyLabsAsync();
        using var _ = client;

        var team = await client.Organizations.CreateManagedAsync("Team One");
        await client.Account.CreateUserAsync(org, new NewAccountUser("grace@example.com"));
        var given = await client.Organizations.CreateMembershipAsync(org, "grace@example.com", Role.Viewer, setDefault: true);
        var changed = await client.Organizations.UpdateMembershipAsync(org, "grace@example.com", Role.Member);

        (await client.Organizations.ListManagedAsync()).ShouldBe([team]);
        given.ShouldSatisfyAllConditions(() => given.Role.ShouldBe(Role.Viewer), () => given.OrgId.ShouldBe(org), () => given.Default.ShouldBe(false));
        changed.ShouldBe(given with { Role = Role.Member });
        (await client.Organizations.ListMembershipsAsync(org)).Select(member => (member.Email, member.Role))
            .ShouldBe([("ada@example.com", Role.Admin), ("grace@example.com", Role.Member)]);
        await client.Organizations.RemoveMembershipAsync(org, "grace@example.com");
        (await client.Organizations.ListMembershipsAsync(org)).Select(member => member.Email).ShouldBe(["ada@example.com"]);
    }

    [Fact]
    public async Task Keys()
    {
        var (client, org) = await server.WhyLabsAsync();
        using var _ = client;
        var end = DateTimeOffset.FromUnixTimeMilliseconds(server.Server.Clock.GetUtcNow().AddDays(1).ToUnixTimeMilliseconds());

        var made = await client.ApiKeys.CreateAsync(new NewApiKey { ExpirationTime = end, Scopes = [":account_administrator", ":user"], Alias = "okta" });

        made.ShouldSatisfyAllConditions(
            () => made.Key.ShouldStartWith(made.KeyId + "."),
            () => made.ToString().ShouldNotContain(made.Key!),
            () => made.OrgId.ShouldBe(org),
            () => made.ExpirationTime.ShouldBe(end),
            () => made.CreationTime!.Value.Offset.ShouldBe(TimeSpan.Zero),
            () => made.Scopes.ShouldBe([":account_administrator", ":user"]),
            () => made.Alias.ShouldBe("okta"));
        using (var other = new WhyLabsClient(made.Key!, new() { BaseAddress = server.Address }))
        {
            (await other.ApiKeys.ValidateAsync()).RequestId.ShouldNotBeNullOrEmpty();
        }

        (await client.ApiKeys.ListAsync()).Select(key => key.KeyId).ShouldContain(made.KeyId);
        (await client.ApiKeys.RevokeAsync(made.KeyId)).Revoked.ShouldBe(true);
        (await client.ApiKeys.ListAsync()).Select(key => key.KeyId).ShouldNotContain(made.KeyId);
    }
}
