using Roster.Core.Keys;
using Roster.Sdk.Access;

namespace Roster.Tests.Sdk.Access;

/// <summary>What access checks rest on, through the SDK.</summary>
public sealed class ResourceTests(SdkServer server)
{
    [Fact]
    public async Task An_application_tells_of_its_resources_and_is_answered_by_what_they_are()
    {
        var account = await server.Server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada");
        using var client = new RosterClient(server.Address, (await account.MintKeyAsync(Grants.Admin)).ToString());
        var page = new AccessEntity("page", "1");

        await client.Resources.PutTypeAsync("page");
        await client.Resources.PutAsync("page", "1", attributes: new Dictionary<string, AttributeValue> { ["status"] = "draft", ["rank"] = 3, ["used"] = true });
        await client.Roles.DefineAsync(new("Editor", Roster.Sdk.Native.Level.Member, [Roster.Sdk.Native.ScopeKind.Account])
        {
            Permissions = [new("edit") { On = "page", When = System.Text.Json.JsonElement.Parse("""{"resource.properties.status":"draft","subject.properties.desk":"north"}""") }],
        });
        var grace = await client.Users.CreateAsync(new("grace@example.com") { Role = "Editor" });
        (await client.Access.CheckAsync(new("user", grace.Id), "edit", page)).ShouldBeFalse();

        var kept = await client.Users.PutAttributesAsync(grace.Id, new Dictionary<string, AttributeValue> { ["desk"] = "north" });

        kept.Values.ShouldBe([new("desk", "north")]);
        (await client.Users.GetAttributesAsync(grace.Id)).ShouldBe(kept);
        (await client.Access.CheckAsync(new("user", grace.Id), "edit", page)).ShouldBeTrue();
        (await client.Resources.GetTypeAsync("page")).Ids.ShouldBe(ResourceIds.Registered);
        (await client.Resources.GetAsync("page", "1")).Attributes.ShouldBe(
            new Dictionary<string, AttributeValue> { ["status"] = "draft", ["rank"] = 3, ["used"] = true }, ignoreOrder: true);
    }
}
