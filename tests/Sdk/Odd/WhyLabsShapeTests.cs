using Roster.Sdk.WhyLabs;

namespace Roster.Tests.Sdk.Odd;

/// <summary>The forms of WhyLabs' own answers.</summary>
public sealed class WhyLabsShapeTests
{
    [Theory]
    [InlineData("""[{"userId":"u","orgId":"o","email":"e"}]""")]
    [InlineData("""[{"userId":"u","orgId":"o","email":"e","externalId":null,"userSchema":null,"active":null}]""")]
    [InlineData("""{"items":[{"userId":"u","orgId":"o","email":"e"}]}""")]
    [InlineData("""{"users":[{"userId":"u","orgId":"o","email":"e"}]}""")]
    [InlineData("""{"data":[{"userId":"u","orgId":"o","email":"e"}]}""")]
    public async Task A_list_is_read_bare_or_wrapped_and_null_like_absent(string answer)
    {
        await using var server = new OddServer(Turns.Json(200, answer));
        using var client = server.WhyLabs();

        (await client.Account.ListUsersAsync("org-1")).ShouldBe([new AccountUser { UserId = "u", OrgId = "o", Email = "e" }]);
    }

    [Theory]
    [InlineData("""{"memberships":[{"orgId":"o","role":"ROBOT","members":[{"userId":"u","email":"e"}]}]}""", 1)]
    [InlineData("""[{"orgId":"o","role":"ROBOT","members":[{"userId":"u","email":"e"}]}]""", 1)]
    [InlineData("""{"memberships":[{"orgId":"o","role":"ROBOT","members":null}]}""", 0)]
    [InlineData("""{"memberships":[{"orgId":"o","role":"ROBOT"}]}""", 0)]
    public async Task Memberships_are_read_with_roles_that_nobody_knew(string answer, int members)
    {
        await using var server = new OddServer(Turns.Json(200, answer));
        using var client = server.WhyLabs();

        var group = (await client.Account.GetMembershipsAsync("org-1")).ShouldHaveSingleItem();

        (group.OrgId, group.Role, group.Members.Count).ShouldBe(("o", new Role("ROBOT"), members));
    }

    [Theory]
    [InlineData("""{"requestId":"r"}""")]
    [InlineData("""{"requestId":"r","errors":null}""")]
    [InlineData("""{"requestId":"r","errors":[]}""")]
    public async Task No_errors_are_no_errors(string answer)
    {
        await using var server = new OddServer(Turns.Json(200, answer));
        using var client = server.WhyLabs();

        (await client.Account.PatchMembershipsAsync("org-1", "org-2", Role.Member, [], [])).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_keys_times_are_UTC_without_saying_so()
    {
        await using var server = new OddServer(Turns.Json(200, """{"keyId":"k","orgId":"o","creationTime":"2026-01-31T10:15:30.123","expirationTime":"2027-01-31T00:00:00"}"""));
        using var client = server.WhyLabs();

        var key = await client.ApiKeys.RevokeAsync("k");

        key.CreationTime.ShouldBe(new DateTimeOffset(2026, 1, 31, 10, 15, 30, 123, TimeSpan.Zero));
        key.ExpirationTime.ShouldBe(new DateTimeOffset(2027, 1, 31, 0, 0, 0, TimeSpan.Zero));
        key.Scopes.ShouldBeEmpty();
    }
}
