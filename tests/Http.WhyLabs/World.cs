using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Testing;

namespace Roster.Tests.Http.WhyLabs;

/// <summary>
/// A small account with known ids: ana is its only owner; bo is a viewer of the account and of org-m1; cy has no role;
/// dee is inactive. It manages org-m1 and org-m2.
/// </summary>
internal sealed class World
{
    private readonly TestAccount _account;
    private readonly List<string> _keys = [];

    private World(TestAccount account) => _account = account;

    public TestAccount Account => _account;

    public string Org => _account.Id.Value;

    public Knocking Admin => _account.WhyLabs;

    public static readonly UserId Ana = new("user-ana");
    public static readonly UserId Bo = new("user-bo");
    public static readonly UserId Cy = new("user-cy");
    public static readonly UserId Dee = new("user-dee");

    public static ScopeId One => ScopeId.Organization("org-m1");

    public static ScopeId Two => ScopeId.Organization("org-m2");

    public static async Task<World> MakeAsync(RosterServer server)
    {
        var account = await server.OpenAccountAsync();
        var bo = new CreateUserRequest(
            UserName.ParseEmail("bo@example.com", "email").Value, ExternalId: "ext-9", UserSchema: """{"title":"PM"}""", Id: Bo.Value);

        // At once, so that the store commits them together.
        await Task.WhenAll(
            account.RegisterUserAsync("Ana@Example.com", "Account Administrator", Ana.Value),
            server.Get<CreateUser>().RunAsync(account.Caller, bo, CancellationToken.None).AsTask(),
            account.RegisterUserAsync("cy@example.com", id: Cy.Value),
            account.RegisterUserAsync("dee@example.com", id: Dee.Value, active: false),
            account.CreateOrganizationAsync("Team Two", Two.Id),
            account.CreateOrganizationAsync("Team One", One.Id));
        await Task.WhenAll(
            account.GiveRoleAsync(Bo, account.Scope, "Account Reviewer"),
            account.GiveRoleAsync(Bo, One, "Organization Viewer"));
        return new(account);
    }

    /// <summary>The world's own ids and paths where the text has a place for them.</summary>
    public string Fill(string text) => _keys
        .Select((key, i) => (Place: $"{{key{i}}}", Key: key))
        .Aggregate(text.Replace("{a}", "/v0/accounts/org/{org}").Replace("{org}", Org), (filled, key) => filled.Replace(key.Place, key.Key));

    /// <summary>A text for <c>{key0}</c>, <c>{key1}</c> and so on.</summary>
    public void Note(string key) => _keys.Add(key);

    public Knocking With(Credential key) => Knocking.WhyLabs(_account.Server, key);

    public async Task<Knocking> WithAsync(Grants grants, Level? level = null, UserId? owner = null) =>
        With(await _account.MintKeyAsync(grants, level, owner));

    /// <summary>A key that only carries WhyLabs' scopes.</summary>
    public async Task<Knocking> WithScopesAsync(params string[] scopes)
    {
        var minted = await _account.Server.Get<MintKey>().RunAsync(
            _account.Caller, new MintKeyRequest("scopes", Grants.None, Labels: scopes), CancellationToken.None);
        return With(minted.Value.Credential);
    }

    public async Task<Membership?> MembershipAsync(UserId user, ScopeId scope)
    {
        var found = await _account.Server.Store.ReadAsync<Membership?>(
            _account.Id, async reads => Core.Outcomes.Outcome.Of(await reads.MembershipAsync(MemberId.User(user), scope)), CancellationToken.None);
        return found.Value;
    }
}
