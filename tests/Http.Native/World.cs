using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Http.Native;

/// <summary>
/// An account with known ids: the owner ada; grace, a reviewer who works in the group warehouse and, for a month, with its
/// connector orders; mary, who sees the organization org-lab; and the group staging, with nothing in it.
/// </summary>
public sealed class World
{
    private World(TestAccount account) => Account = account;

    public TestAccount Account { get; }

    public static ScopeId Lab => ScopeId.Organization("org-lab");

    public static ScopeId Warehouse => ScopeId.Group("warehouse");

    public static ScopeId Staging => ScopeId.Group("staging");

    public static ScopeId Orders => ScopeId.Connector("orders");

    public static UserId Ada => new("ada");

    public static UserId Grace => new("grace");

    public static UserId Mary => new("mary");

    public Knocking Admin => Account.Native;

    /// <summary>The revision before anything else is done.</summary>
    public const long Revision = 14;

    public static async Task<World> MakeAsync(RosterServer server)
    {
        var account = await server.OpenAccountAsync();
        var world = new World(account);
        await account.RegisterUserAsync("Ada@example.com", "Account Administrator", "ada", "Ada", "Byron");
        await account.RegisterUserAsync("grace@example.com", "Account Reviewer", "grace");
        await account.RegisterUserAsync("mary@example.com", id: "mary");
        await account.CreateOrganizationAsync("Lab", Lab.Id);
        await account.CreateGroupAsync("Warehouse", Warehouse.Id);
        await account.CreateGroupAsync("Staging", Staging.Id);
        await account.CreateConnectorAsync(Warehouse, "orders_db", id: Orders.Id);
        await account.GiveRoleAsync(Grace, Warehouse, "Edit Destination");
        await account.GiveRoleAsync(Grace, Orders, "Edit Connection", server.Clock.Now.Plus(TimeSpan.FromDays(30)));
        await account.GiveRoleAsync(Mary, Lab, "Organization Viewer");
        (await account.RevisionAsync()).ShouldBe(Revision);
        return world;
    }

    public async Task<Knocking> WithAsync(Grants grants, Level? level = null, UserId? owner = null) =>
        Knocking.Native(Account.Server, await Account.MintKeyAsync(grants, level, owner));

    /// <summary>The account's own values where the text has a place for them.</summary>
    public string Fill(string text) => text
        .Replace("{account}", Account.Id.Value)
        .Replace("{key}", Account.Key.Id.Value)
        .Replace("{epoch}", Account.Server.Store.Epoch);
}
