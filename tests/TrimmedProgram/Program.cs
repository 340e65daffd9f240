using System.Text.Json;
using System.Text.Json.Nodes;
using Roster.Sdk;
using Roster.Sdk.Native;

// A program as its users publish it: trimmed, without reflection for JSON. Speaks through all three clients, and prints what it has heard.
var (address, key) = (new Uri(args[0]), args[1]);
var (id, secret) = (key.Split('.', ':')[0], key.Split('.', ':')[1]);

using var roster = new RosterClient(address, key);
var account = await roster.Account.GetAsync();
var user = await roster.Users.CreateAsync(new NewUser("grace@example.com") { Id = "grace", GivenName = "Grace" });
user = await roster.Users.ChangeAsync(user.Id, new UserChange { GivenName = null, Phone = "1" }, new WriteOptions { IfMatch = user.ETag });
await roster.Groups.CreateAsync("Warehouse", "warehouse");
var membership = await roster.Memberships.PutAsync(Place.Group("warehouse"), "grace", "View Destination", DateTimeOffset.UtcNow.AddYears(10));
var minted = await roster.Keys.MintAsync(new NewKey("reader", [Grant.Read]) { Level = Level.Viewer });
Console.WriteLine($"native: {user.UserName} {user.GivenName ?? "-"} {user.Phone} {membership.Place} {membership.Level} {minted.Grants[0]}");
Console.WriteLine($"log: {await roster.Changes.ListAsync().CountAsync(entry => entry.Kind.Length > 0)} rows");

using var fivetran = new FivetranClient(id, secret, new() { BaseAddress = address });
var invited = await fivetran.UserManagement.CreateUserAsync(new("eve@example.com", "Eve", "X"));
invited = await fivetran.UserManagement.ModifyUserAsync(invited.Id, new() { Role = "Account Reviewer" });
var connection = await fivetran.Connections.CreateAsync(new("kafka", "warehouse")
{
    Config = new JsonObject { ["schema"] = "events" },
    OtherFields = new Dictionary<string, JsonElement> { ["run_setup_tests"] = JsonElement.Parse("false") },
});
await fivetran.Connections.ModifyAsync(connection.Id, new() { Paused = false, SyncFrequency = 60 });
var role = await fivetran.Roles.ListAllAsync().FirstAsync();
Console.WriteLine($"fivetran: {invited.Role} {connection.Schema} {role.Scope[0]} {connection.OtherMembers!.Count}");

using var whyLabs = new WhyLabsClient(key, new() { BaseAddress = address });
await whyLabs.Account.UpdateUserAsync(account.Id, "grace", new() { ExternalId = "e-1" });
var status = await whyLabs.Account.PatchMembershipsAsync(account.Id, account.Id, Roster.Sdk.WhyLabs.Role.Viewer, ["grace", "nobody"], []);
var groups = await whyLabs.Account.GetMembershipsAsync(account.Id, new() { Role = Roster.Sdk.WhyLabs.Role.Viewer });
Console.WriteLine($"whylabs: {status.Errors[0].ItemId} {groups[0].Members.Count}");

try
{
    await roster.Users.GetAsync("nobody");
}
catch (RosterException refused)
{
    Console.WriteLine($"refused: {refused.Status} {refused.Code}");
}
