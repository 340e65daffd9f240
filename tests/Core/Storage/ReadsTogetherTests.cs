using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Invitations;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Testing;

namespace Roster.Tests.Core.Storage;

/// <summary>
/// Every question that needs no other's answer is asked before the first is awaited, so that a request waits as few round
/// trips as can be; and each answer is taken once. All by keys with an owner, about whom most has to be asked.
/// </summary>
public sealed class ReadsTogetherTests : IAsyncLifetime
{
    private static readonly Page FirstPage = new(0, 10);

    private WaveStore? _store;
    private RosterServer? _server;
    private TestAccount? _account;
    private Caller? _caller;
    private UserId _owner;
    private UserId _user;
    private ScopeId _organization;
    private ScopeId _group;
    private ScopeId _connector;

    private WaveStore Store => _store!;

    private RosterServer Server => _server!;

    private TestAccount Account => _account!;

    private Caller Caller => _caller!;

    public async ValueTask InitializeAsync()
    {
        _server = await RosterServer.StartAsync(new() { Services = CountWaves });
        _account = await Server.OpenAccountAsync();
        _owner = await Account.RegisterUserAsync("owner@example.com", "Account Administrator");
        _user = await Account.RegisterUserAsync("user@example.com", "Account Analyst");
        _organization = await Account.CreateOrganizationAsync("o");
        _group = await Account.CreateGroupAsync("g");
        _connector = await Account.CreateConnectorAsync(_group, "c");
        await Account.GiveRoleAsync(_user, _group, "Manage Destination");
        _caller = await CallerAsync(await Account.MintKeyAsync(Grants.Admin, owner: _owner));
    }

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    [Fact]
    public Task A_user_is_created_in_one_wave() => ShouldTakeAsync(
        1, () => Get<CreateUser>().RunAsync(Caller, new(Name("new"), Role: "Account Analyst", Id: "new-1"), default));

    [Fact]
    public async Task A_user_is_changed_in_one_wave()
    {
        await ShouldTakeAsync(1, () => ChangeAsync(new(_user, new(Name: Name("other")), Role: "Account Reviewer")));
        await ShouldTakeAsync(1, () => ChangeAsync(new(_user, new(), Active: false)));
        await ShouldTakeAsync(1, () => ChangeAsync(new(new UserId("nobody"), new(Name: Name("else")))), FaultKind.UnknownUser);
    }

    [Fact]
    public Task A_user_is_deleted_in_one_wave() => ShouldTakeAsync(1, () => Get<DeleteUser>().RunAsync(Caller, _user, default));

    [Fact]
    public async Task A_role_is_given_and_ended_in_one_wave_where_the_user_is_named_by_id()
    {
        var user = UserRef.ById(_user.Value);
        foreach (var (scope, role) in Roles())
        {
            await ShouldTakeAsync(1, () => GiveAsync(user, scope, role));
            await ShouldTakeAsync(1, () => Get<EndMembership>().RunAsync(Caller, user, scope, default));
            await ShouldTakeAsync(1, () => Get<EndMembership>().RunAsync(Caller, user, scope, default), FaultKind.UnknownMembership);
        }

        await ShouldTakeAsync(1, () => GiveAsync(user, ScopeId.Organization("org-x"), "Organization Member"), FaultKind.UnknownOrganization);
        await ShouldTakeAsync(1, () => GiveAsync(UserRef.ById("nobody"), _organization, "Organization Member"), FaultKind.UnknownUser);
    }

    [Fact]
    public async Task A_role_is_given_and_ended_in_two_waves_where_the_user_is_named_by_name()
    {
        var user = UserRef.ByName("user@example.com");
        foreach (var (scope, role) in Roles())
        {
            await ShouldTakeAsync(2, () => GiveAsync(user, scope, role));
            await ShouldTakeAsync(2, () => Get<EndMembership>().RunAsync(Caller, user, scope, default));
        }

        await ShouldTakeAsync(1, () => GiveAsync(UserRef.ByName("nobody"), _organization, "Organization Member"), FaultKind.UnknownUser);
    }

    [Fact]
    public async Task A_role_group_is_patched_in_one_wave_and_replaced_in_two()
    {
        string[] add = [_user.Value, _owner.Value, "nobody"];
        await ShouldTakeAsync(1, () => PatchAsync(new(_organization, Level.Member, add, [])));
        await ShouldTakeAsync(1, () => PatchAsync(new(Account.Scope, Level.Admin, [_user.Value], ["nobody"])));
        await ShouldTakeAsync(1, () => PatchAsync(new(_organization, Level.Member, [], add, RemoveOthers: true)));
        await ShouldTakeAsync(2, () => PatchAsync(new(Account.Scope, Level.Admin, add, [], RemoveOthers: true)));
    }

    [Fact]
    public async Task Many_users_of_a_role_group_are_asked_about_in_a_few_waves()
    {
        string[] add = [.. Enumerable.Range(0, 1_001).Select(i => $"nobody-{i}")];
        await ShouldTakeAsync(3, () => PatchAsync(new(_organization, Level.Member, add, [])));
    }

    [Fact]
    public async Task A_scope_is_made_and_changed_and_ended_in_one_wave()
    {
        await ShouldTakeAsync(1, () => Get<CreateScope>().RunAsync(Caller, new(ScopeKind.Group, "g", Id: "group-1"), default));
        foreach (var scope in (ScopeId[])[_organization, _connector, ScopeId.Group("group-1")])
        {
            await ShouldTakeAsync(1, () => Get<ChangeScope>().RunAsync(Caller, new ChangeScopeRequest(scope, "new"), default));
            await ShouldTakeAsync(1, () => Get<EndScope>().RunAsync(Caller, scope, default));
        }

        await ShouldTakeAsync(
            1, () => Get<CreateScope>().RunAsync(Caller, new(ScopeKind.Connector, "c", _group.Id, "postgres"), default));
        await ShouldTakeAsync(1, () => Get<EndScope>().RunAsync(Caller, _group, default), FaultKind.ScopeNotEmpty);
    }

    [Fact]
    public async Task Only_where_the_group_alone_can_raise_an_owner_in_its_connector_it_is_asked_about()
    {
        var caller = await CallerAsync(await Account.MintKeyAsync(Grants.Admin, owner: _user));
        await ShouldTakeAsync(2, () => ChangeAsync(caller, _connector));

        await Account.GiveRoleAsync(_user, _connector, "Manage Connection");
        await ShouldTakeAsync(1, () => ChangeAsync(caller, _connector));
        await ShouldTakeAsync(1, () => ChangeAsync(caller, _group));
        await ShouldTakeAsync(1, () => ChangeAsync(caller, _organization), FaultKind.NotPermitted);

        await Account.DeactivateUserAsync(_user);
        await ShouldTakeAsync(1, () => ChangeAsync(caller, _connector), FaultKind.KeyNotValid);
    }

    [Fact]
    public async Task A_key_is_made_and_rotated_and_revoked_in_one_wave()
    {
        var key = await Account.MintKeyAsync(Grants.Read);
        await ShouldTakeAsync(1, () => Get<MintKey>().RunAsync(Caller, new("k", Grants.Read, Owner: _user), default));
        await ShouldTakeAsync(1, () => Get<RotateKey>().RunAsync(Caller, key.Id, TimeSpan.FromHours(1), default));
        await ShouldTakeAsync(1, () => Get<RevokeKey>().RunAsync(Caller, key.Id, default));
    }

    [Fact]
    public async Task An_invitation_is_issued_and_revoked_in_one_wave()
    {
        await ShouldTakeAsync(1, () => Get<IssueInvitation>().RunAsync(Caller, _user, default));
        await ShouldTakeAsync(1, () => Get<RevokeInvitation>().RunAsync(Caller, _user, default));
    }

    [Fact]
    public async Task A_key_is_known_in_one_wave_and_with_an_owner_in_two()
    {
        var (alone, owned) = (await Account.MintKeyAsync(Grants.Read), await Account.MintKeyAsync(Grants.Read, owner: _user));
        await ShouldTakeAsync(1, () => Get<KeyRing>().FindAsync(alone, default));
        await ShouldTakeAsync(2, () => Get<KeyRing>().FindAsync(owned, default));
    }

    [Fact]
    public async Task A_question_is_answered_in_one_wave_where_the_user_is_named_by_id()
    {
        var (user, nobody) = (UserRef.ById(_user.Value), UserRef.ById("nobody"));
        await ShouldTakeAsync(1, () => Get<FindUser>().RunAsync(Caller, user, default));
        await ShouldTakeAsync(1, () => Get<FindUser>().RunAsync(Caller, nobody, default), FaultKind.UnknownUser);
        await ShouldTakeAsync(2, () => Get<FindUser>().RunAsync(Caller, UserRef.ByName("user@example.com"), default));
        await ShouldTakeAsync(1, () => Get<FindMembership>().RunAsync(Caller, user, _group, default));
        await ShouldTakeAsync(1, () => Get<FindMembership>().RunAsync(Caller, nobody, _group, default), FaultKind.UnknownUser);
        await ShouldTakeAsync(1, () => Get<FindMembership>().RunAsync(Caller, user, ScopeId.Group("x"), default), FaultKind.UnknownGroup);
        await ShouldTakeAsync(1, () => Get<ListMemberships>().OfMemberAsync(Caller, user, ScopeKind.Group, FirstPage, default));
        await ShouldTakeAsync(
            1, () => Get<ListMemberships>().OfMemberAsync(Caller, nobody, ScopeKind.Group, FirstPage, default), FaultKind.UnknownUser);
        await ShouldTakeAsync(1, () => Get<ListRoleGroups>().RunAsync(Caller, new(User: _user), null, 10, default));
        await ShouldTakeAsync(1, () => Get<ListRoleGroups>().RunAsync(Caller, new(User: new UserId("nobody")), null, 10, default));
    }

    [Fact]
    public async Task A_list_below_a_scope_is_read_together_with_the_scope()
    {
        var nowhere = ScopeId.Group("nowhere");
        await ShouldTakeAsync(1, () => Get<ListGroupUsers>().RunAsync(Caller, _group, null, FirstPage, default));
        await ShouldTakeAsync(1, () => Get<ListGroupUsers>().RunAsync(Caller, nowhere, null, FirstPage, default), FaultKind.UnknownGroup);
        await ShouldTakeAsync(1, () => ListAsync(new(ScopeKind.Connector, _group)));
        await ShouldTakeAsync(1, () => ListAsync(new(ScopeKind.Connector, nowhere)), FaultKind.UnknownGroup);
        await ShouldTakeAsync(1, () => ListAsync(new(ScopeKind.Group)));
    }

    [Fact]
    public Task Ten_access_questions_are_explained_in_as_many_waves_as_one_would_be() => ShouldTakeAsync(
        6, () => Get<ExplainAccess>().RunAsync(Caller, [.. Enumerable.Repeat(Question, 10)], default));

    private AccessQuestion Question => new(new("user", _user.Value), "read", null, new("group", _group.Id), null);

    private static UserName Name(string name) => UserName.Parse($"{name}@example.com", "userName").Value;

    private (ScopeId Scope, string Role)[] Roles() =>
    [
        (Account.Scope, "Account Reviewer"), (_organization, "Organization Member"), (_group, "Edit Destination"), (_connector, "Edit Connection"),
    ];

    private T Get<T>()
        where T : notnull => Server.Get<T>();

    private void CountWaves(IServiceCollection services)
    {
        var store = services.Single(service => service.ServiceType == typeof(IStore)).ImplementationInstance;
        _store = new WaveStore((IStore)store!);
        services.AddSingleton<IStore>(_store);
    }

    private async Task<Caller> CallerAsync(Credential key) =>
        new(Account.Id, (await Get<KeyRing>().FindAsync(key, default)).Value.Actor, Door.Native);

    private ValueTask<Outcome<UserInRole>> ChangeAsync(ChangeUserRequest request) =>
        Get<ChangeUser>().RunAsync(Caller, request, default);

    private ValueTask<Outcome<Scope>> ChangeAsync(Caller caller, ScopeId scope) =>
        Get<ChangeScope>().RunAsync(caller, new ChangeScopeRequest(scope, "new name"), default);

    private ValueTask<Outcome<GivenRole>> GiveAsync(UserRef user, ScopeId scope, string role) =>
        Get<GiveRole>().RunAsync(Caller, new(user, scope, RoleChoice.Named(role), GiveMode.Put), default);

    private ValueTask<Outcome<IReadOnlyList<SkippedUser>>> PatchAsync(PatchRoleGroupRequest request) =>
        Get<PatchRoleGroup>().RunAsync(Caller, request, default);

    private ValueTask<Outcome<Slice<Scope>>> ListAsync(ScopeFilter filter) =>
        Get<ListScopes>().RunAsync(Caller, filter, FirstPage, default);

    private async Task ShouldTakeAsync<T>(int waves, Func<ValueTask<Outcome<T>>> act, FaultKind? fault = null)
    {
        Store.Waves.Clear();
        var outcome = await act();
        (outcome.Fault?.Kind).ShouldBe(fault);
        Store.Waves.ShouldBe([waves]);
    }
}
