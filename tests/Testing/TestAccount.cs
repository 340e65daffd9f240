using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Teams;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Testing;

/// <summary>An account and verbs that set it up through the use cases, as the server itself.</summary>
/// <param name="Key">An admin key without owner.</param>
public sealed record TestAccount(RosterServer Server, AccountId Id, Credential Key)
{
    public Caller Caller => new(Id, new ServerActor(), Door.Server);

    public ScopeId Scope => ScopeId.Account(Id);

    /// <summary>The doors, with the account's admin key.</summary>
    public Knocking Fivetran => Knocking.Fivetran(Server, Key);

    public Knocking WhyLabs => Knocking.WhyLabs(Server, Key);

    public Knocking Native => Knocking.Native(Server, Key);

    public Knocking Scim => Knocking.Scim(Server, Key);

    public async Task<UserId> RegisterUserAsync(
        string email, string? role = null, string? id = null, string? given = null, string? family = null, bool active = true)
    {
        var name = UserName.Parse(email, "email").Value;
        var request = new CreateUserRequest(name, given, family, Active: active, Role: role, Id: id);
        return Must(await Server.Get<CreateUser>().RunAsync(Caller, request, CancellationToken.None)).User.Id;
    }

    /// <summary>A pending user and the token that makes them verified.</summary>
    public async Task<(UserId User, InvitationToken Token)> InviteUserAsync(string email, string? role = null)
    {
        var request = new CreateUserRequest(UserName.Parse(email, "email").Value, Invite: true, Role: role);
        var user = Must(await Server.Get<CreateUser>().RunAsync(Caller, request, CancellationToken.None)).User.Id;
        return (user, Must(await Server.Get<IssueInvitation>().RunAsync(Caller, user, CancellationToken.None)).Token);
    }

    public async Task DeactivateUserAsync(UserId user)
    {
        var request = new ChangeUserRequest(user, new PersonPatch(), Active: false);
        Must(await Server.Get<ChangeUser>().RunAsync(Caller, request, CancellationToken.None));
    }

    public async Task DeleteUserAsync(UserId user) =>
        Must(await Server.Get<DeleteUser>().RunAsync(Caller, user, CancellationToken.None));

    public Task<ScopeId> CreateOrganizationAsync(string name, string? id = null) =>
        CreateScopeAsync(new(ScopeKind.Organization, name, Id: id));

    public Task<ScopeId> CreateGroupAsync(string name, string? id = null) => CreateScopeAsync(new(ScopeKind.Group, name, Id: id));

    public Task<ScopeId> CreateConnectorAsync(ScopeId group, string name, string service = "postgres", string? id = null, string? settings = null) =>
        CreateScopeAsync(new(ScopeKind.Connector, name, group.Id, service, settings, id));

    public async Task<ScopeId> CreateScopeAsync(CreateScopeRequest request) =>
        Must(await Server.Get<CreateScope>().RunAsync(Caller, request, CancellationToken.None)).Id;

    public async Task<string> CreateTeamAsync(string name, string? id = null, string? role = null, string? description = null) =>
        Must(await Server.Get<CreateTeam>().RunAsync(Caller, new(name, description, role, id), CancellationToken.None)).Id;

    public async Task DefineRoleAsync(string name, ScopeKind kind, Level level, string? description = null) => Must(await Server.Get<DefineRole>().RunAsync(
        Caller, RoleRules.Custom(name, description ?? $"The {name}.", [kind], level, ["read"]), CancellationToken.None));

    public async Task RemoveRoleAsync(string name) => Must(await Server.Get<RemoveRole>().RunAsync(Caller, name, CancellationToken.None));

    public async Task EndScopeAsync(ScopeId scope) =>
        Must(await Server.Get<EndScope>().RunAsync(Caller, scope, CancellationToken.None));

    /// <param name="until">When the membership ends by itself; null for never.</param>
    public Task<Membership> GiveRoleAsync(UserId user, ScopeId scope, string role, Instant? until = null) =>
        GiveAsync(UserRef.ById(user.Value), scope, role, until);

    /// <inheritdoc cref="GiveRoleAsync"/>
    public Task<Membership> GiveTeamRoleAsync(string team, ScopeId scope, string role, Instant? until = null) =>
        GiveAsync(MemberRef.Team(team), scope, role, until);

    /// <param name="level">How high a role it may give; null for the default of its grants.</param>
    public async Task<Credential> MintKeyAsync(
        Grants grants, Level? level = null, UserId? owner = null, Instant? expiresAt = null)
    {
        var request = new MintKeyRequest("a key", grants, level, owner, ExpiresAt: expiresAt);
        return Must(await Server.Get<MintKey>().RunAsync(Caller, request, CancellationToken.None)).Credential;
    }

    public async Task RevokeKeyAsync(Credential key) =>
        Must(await Server.Get<RevokeKey>().RunAsync(Caller, key.Id, CancellationToken.None));

    public async Task<long> RevisionAsync() => await Server.Store.RevisionAsync(Id, CancellationToken.None);

    private async Task<Membership> GiveAsync(MemberRef member, ScopeId scope, string role, Instant? until)
    {
        var request = new GiveRoleRequest(member, scope, RoleChoice.Named(role), GiveMode.Put, new Optional<Instant?>(until));
        return Must(await Server.Get<GiveRole>().RunAsync(Caller, request, CancellationToken.None)).Membership;
    }

    private static T Must<T>(Outcome<T> outcome) => outcome.Value;
}
