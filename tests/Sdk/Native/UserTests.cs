using System.Net;
using Roster.Sdk.Native;

namespace Roster.Tests.Sdk.Native;

public sealed class UserTests(SdkServer server)
{
    [Fact]
    public async Task A_user_is_made_found_changed_and_deleted()
    {
        using var client = await server.NativeAsync();

        var made = await client.Users.CreateAsync(new NewUser("Grace@example.com") { Id = "grace", GivenName = "Grace", Phone = "1", Active = true });
        var found = await client.Users.GetAsync("grace");
        var named = await client.Users.FindAsync("GRACE@example.com");
        var changed = await client.Users.ChangeAsync("grace", new UserChange { Phone = null, FamilyName = "Hopper" });
        var listed = await client.Users.ListAsync(pageSize: 1).Select(user => user.Id).ToListAsync();
        await client.Users.DeleteAsync("grace");

        made.ShouldSatisfyAllConditions(
            () => made.UserName.ShouldBe("Grace@example.com"),
            () => made.ETag.ShouldNotBeNull(),
            () => made.CreatedAt.ShouldBe(server.Server.Clock.GetUtcNow()),
            () => found.ShouldBe(made),
            () => named.ShouldBe(made),
            () => changed.ShouldBe(made with { Phone = null, FamilyName = "Hopper" }),
            () => changed.ETag.ShouldNotBe(made.ETag),
            () => listed.ShouldBe(["ada", "grace"]));
        (await client.Users.FindAsync("grace@example.com")).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_refused_says_what_why_and_where()
    {
        using var client = await server.NativeAsync();

        var refused = await Should.ThrowAsync<RosterException>(() => client.Users.CreateAsync(new NewUser("")));

        refused.ShouldSatisfyAllConditions(
            () => refused.Status.ShouldBe(HttpStatusCode.BadRequest),
            () => refused.Code.ShouldBe("invalid-value"),
            () => refused.Message.ShouldBe("must not be empty"),
            () => refused.Field.ShouldBe("userName"),
            () => refused.RequestId.ShouldNotBeNullOrEmpty(),
            () => refused.RawBody!.ShouldContain("urn:roster:problem:invalid-value"),
            () => refused.Attempts.ShouldBe(1));
    }
}
