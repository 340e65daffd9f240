using Roster.Core.Keys;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Http.Native.Rights;

/// <summary>Something that can be asked for, and what it takes.</summary>
/// <param name="Need">The grant.</param>
/// <param name="Touched">The highest role that is given, changed or ended, or that the user concerned holds.</param>
/// <param name="Prepare">Makes what the request is about, so that it would succeed, and answers the request: method, target, body.</param>
public sealed record Operation(
    string Name, Grants Need, Place Place, Level Touched, Func<RightsWorld, Task<(string Method, string Target, string? Body)>> Prepare)
{
    public override string ToString() => Name;
}

/// <summary>An account with another owner, in which operations leave nothing behind that another would stumble over.</summary>
public sealed class RightsWorld(TestAccount account)
{
    private int _made;

    public TestAccount Account => account;

    public static async Task<RightsWorld> MakeAsync(RosterServer server)
    {
        var account = await server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada");
        await account.CreateOrganizationAsync("Lab", "org-lab");
        await account.CreateGroupAsync("Warehouse", "warehouse");
        await account.CreateGroupAsync("Staging", "staging");
        await account.CreateConnectorAsync(ScopeId.Group("warehouse"), "orders", id: "orders");
        return new(account);
    }

    public string Fresh(string what) => $"{what}{Interlocked.Increment(ref _made)}";

    public ScopeId At(Place place) => place switch
    {
        Place.Account => account.Scope,
        Place.Lab => ScopeId.Organization("org-lab"),
        Place.Warehouse => ScopeId.Group("warehouse"),
        Place.Staging => ScopeId.Group("staging"),
        _ => ScopeId.Connector("orders"),
    };

    public string PathOf(Place place) => $"{At(place).Kind.ToString().ToLowerInvariant()}/{At(place).Id}";

    /// <summary>A new user who holds a role of that level there, or none.</summary>
    public async Task<UserId> HolderAsync(Level level, Place place = Place.Account)
    {
        var id = Fresh("user");
        var user = await account.RegisterUserAsync($"{id}@example.com", id: id);
        if (level != Level.None)
        {
            await account.GiveRoleAsync(user, At(place), RoleOf(place, level));
        }

        return user;
    }

    /// <summary>A new team that holds a role of that level in the account, or none.</summary>
    public async Task<string> TeamAsync(Level level)
    {
        var team = await account.CreateTeamAsync("Crew", Fresh("team"));
        if (level != Level.None)
        {
            await account.GiveTeamRoleAsync(team, account.Scope, RoleOf(Place.Account, level));
        }

        return team;
    }

    /// <summary>A new user who sits in such a team.</summary>
    public async Task<UserId> SeatedAsync(Level level)
    {
        var user = await HolderAsync(Level.None);
        await account.GiveRoleAsync(user, ScopeId.Team(await TeamAsync(level)), "Team Member");
        return user;
    }

    public async Task<Credential> KeyOfAsync(Asker asker)
    {
        if (asker.Owned is not { } owned)
        {
            return await account.MintKeyAsync(asker.Grants, asker.Named);
        }

        var owner = await HolderAsync(Level.None);
        foreach (var (place, level) in owned)
        {
            await account.GiveRoleAsync(owner, At(place), RoleOf(place, level));
        }

        return await account.MintKeyAsync(asker.Grants, asker.Named, owner);
    }

    public static string RoleOf(Place place, Level level) => StandardRoles.All.First(role => role.Level == level && role.IsGivenIn(place switch
    {
        Place.Account => ScopeKind.Account,
        Place.Lab => ScopeKind.Organization,
        Place.Orders => ScopeKind.Connector,
        _ => ScopeKind.Group,
    })).Name;
}
