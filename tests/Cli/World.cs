using Roster.Core.Keys;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Cli;

/// <summary>
/// An account with known ids, and somebody who is logged in to it: the owner ada; grace, a reviewer who works in the group warehouse; mary, who
/// sees the organization org-lab; and the group staging, with nothing in it.
/// </summary>
internal sealed class World : IDisposable
{
    private World(TestAccount account)
    {
        Account = account;
        Shell = Shell.At(account.Server, account.Key.ToString());
    }

    public TestAccount Account { get; }

    public Shell Shell { get; }

    public static async Task<World> MakeAsync(CliServer server)
    {
        var world = new World(await server.Roster.OpenAccountAsync());
        var account = world.Account;
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada", "Ada", "Byron");
        await account.RegisterUserAsync("grace@example.com", "Account Reviewer", "grace");
        await account.RegisterUserAsync("mary@example.com", id: "mary");
        await account.CreateOrganizationAsync("Lab", "org-lab");
        await account.CreateGroupAsync("Warehouse", "warehouse");
        await account.CreateGroupAsync("Staging", "staging");
        await account.CreateConnectorAsync(ScopeId.Group("warehouse"), "orders_db", id: "orders");
        await account.GiveRoleAsync(new UserId("grace"), ScopeId.Group("warehouse"), "Edit Destination");
        await account.GiveRoleAsync(new UserId("mary"), ScopeId.Organization("org-lab"), "Organization Viewer");
        return world;
    }

    /// <summary>Somebody else, with a key that may do less.</summary>
    public async Task<Shell> WithKeyAsync(Grants grants) => Shell.At(Account.Server, (await Account.MintKeyAsync(grants)).ToString());

    /// <summary>One command, as somebody types it who has no blanks in words.</summary>
    public Task<Ran> RunAsync(string line) => Shell.RunAsync(line.Split(' '));

    public void Dispose() => Shell.Dispose();
}
