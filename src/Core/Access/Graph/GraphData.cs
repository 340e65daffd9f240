using System.Runtime.CompilerServices;
using System.Text;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>Who is a member where, in numbers. One writes while many look; <see cref="AccountGraph"/> tells them when they must look again.</summary>
internal sealed class GraphData : IAccessScan
{
    private readonly byte[] _key = new byte[256];
    private NumberMaps _maps = new();
    private UserNode[] _users = new UserNode[16];
    private ScopeNode[] _scopes = new ScopeNode[16];

    public GraphData(AccountId account) => Account = AddScope(ScopeId.Account(account), NumberMaps.None);

    public IdTable UserIds { get; } = new();

    /// <summary>With the kind in a byte before each.</summary>
    public IdTable ScopeIds { get; } = new();

    /// <summary>The number of the account's own scope.</summary>
    public int Account { get; }

    public HeldRoles Held { get; } = new();

    public RoleNames RoleNames { get; } = new();

    public RoleBook Roles { get; private set; } = null!;

    public AccessSettings Settings { get; set; } = AccessSettings.Default;

    /// <summary>How many memberships there are.</summary>
    public int Memberships { get; private set; }

    /// <summary>Users, places and memberships that nobody can reach any more.</summary>
    public int Garbage { get; private set; }

    public long Bytes => UserIds.Bytes + ScopeIds.Bytes + _maps.Bytes + Held.Bytes
        + ((long)Unsafe.SizeOf<UserNode>() * _users.Length) + ((long)Unsafe.SizeOf<ScopeNode>() * _scopes.Length);

    public static int OfUser(int user) => user * 2;

    public static int OfTeam(int scope) => (scope * 2) + 1;

    public static bool IsTeam(int member) => (member & 1) != 0;

    /// <summary>False beyond the last user, or scope.</summary>
    public bool IsThere(int member) => member / 2 < (IsTeam(member) ? ScopeIds.Count : UserIds.Count);

    public bool IsActive(int user) => _users[user].IsActive;

    public ref readonly ScopeNode ScopeAt(int scope) => ref _scopes[scope];

    /// <summary>What the member's membership in the scope says; none where there is none.</summary>
    public int Find(int member, int scope) => _maps.Find(Of(member, scope), scope);

    /// <summary>By teams, with empty places among them.</summary>
    public ReadOnlySpan<NumberEntry> SeatsOf(int user) => _maps.All(_users[user].Seats);

    /// <summary>By members, with empty places among them.</summary>
    public ReadOnlySpan<NumberEntry> MembersOf(int scope) => _maps.All(_scopes[scope].Members);

    public void Scope(int kind, ReadOnlySpan<byte> id, int parentKind, ReadOnlySpan<byte> parentId)
    {
        // Keys share one buffer.
        var parent = parentKind == (int)ScopeKind.Account ? Account : Find(parentKind, parentId);
        AddScope(KeyOf(kind, id), (byte)kind, parent);
    }

    public void User(ReadOnlySpan<byte> id, bool active) => AddUser(id, active);

    public void Membership(
        int scopeKind, ReadOnlySpan<byte> scopeId, MemberKind memberKind, ReadOnlySpan<byte> memberId, ReadOnlySpan<byte> role, Instant? until)
    {
        var scope = Find(scopeKind, scopeId);
        var member = memberKind == MemberKind.User ? UserIds.Find(memberId) : Find((int)ScopeKind.Team, memberId);
        if (scope >= 0 && member >= 0)
        {
            Give(memberKind == MemberKind.User ? OfUser(member) : OfTeam(member), scope, RoleNames.NumberOf(role), until);
        }
    }

    /// <summary>After roles were defined, or scanned.</summary>
    public void MakeRoles() => Roles = RoleNames.Compile();

    public int FindScope(ScopeId scope) => ScopeIds.Find(scope.Id, (byte)scope.Kind);

    public int FindMember(MemberId member)
    {
        var number = member.Kind == MemberKind.User
            ? UserIds.Find(member.Id, 0)
            : ScopeIds.Find(member.Id, (byte)ScopeKind.Team);
        return number < 0 ? NumberMaps.None : member.Kind == MemberKind.User ? OfUser(number) : OfTeam(number);
    }

    public int AddScope(ScopeId scope, int parent) =>
        AddScope(KeyOf((int)scope.Kind, Encoding.UTF8.GetBytes(scope.Id)), (byte)scope.Kind, parent);

    public int AddUser(ReadOnlySpan<byte> id, bool active)
    {
        var user = UserIds.Add(id);
        if (user >= _users.Length)
        {
            Array.Resize(ref _users, (user * 5 / 4) + 16);
        }

        _users[user].IsActive = active;
        return user;
    }

    public void SetActive(int member, bool active) => _users[member >> 1].IsActive = active;

    /// <summary>Begins a membership, or goes on with one that is there.</summary>
    public void Give(int member, int scope, int role, Instant? until)
    {
        var held = Held.Of(role, until);
        var before = _maps.Set(ref Of(member, scope), scope, held);
        _maps.Set(ref _scopes[scope].Members, member, held);
        Held.GiveBack(before);
        Memberships += before == NumberMaps.None ? 1 : 0;
    }

    public void End(int member, int scope)
    {
        if (member >= 0 && scope >= 0)
        {
            _maps.Remove(ref Of(member, scope), scope);
            Leave(member, scope);
        }
    }

    public void EndRoles(int member) => EndAll(member, ref RolesOf(member));

    public void EndUser(int member)
    {
        SetActive(member, false);
        EndRoles(member);
        EndAll(member, ref _users[member >> 1].Seats);
        Garbage++;
    }

    /// <summary>What was in it is unreachable, and stays until all is made anew: nobody who looks has to wait for many to leave.</summary>
    public void EndScope(int scope)
    {
        EndAll(OfTeam(scope), ref _scopes[scope].Roles);
        _scopes[scope].Lives = false;
        Garbage += _scopes[scope].Members.Count + 1;
    }

    /// <summary>Gives back what growing has taken too much, and lays together what one member holds, and the next.</summary>
    public void Trim()
    {
        UserIds.Trim();
        ScopeIds.Trim();
        Held.Trim();
        Array.Resize(ref _users, UserIds.Count + (UserIds.Count / 32) + 4);
        var grown = _maps;
        _maps = grown.Successor();
        foreach (ref var user in _users.AsSpan())
        {
            _maps.TakeOver(grown, ref user.Roles);
            _maps.TakeOver(grown, ref user.Seats);
        }

        foreach (ref var scope in _scopes.AsSpan())
        {
            _maps.TakeOver(grown, ref scope.Members);
            _maps.TakeOver(grown, ref scope.Roles);
        }
    }

    private void EndAll(int member, ref NumberMap held)
    {
        foreach (ref readonly var entry in _maps.All(held))
        {
            if (!entry.IsEmpty)
            {
                Leave(member, entry.Key);
            }
        }

        _maps.Clear(ref held);
    }

    private void Leave(int member, int scope)
    {
        var held = _maps.Remove(ref _scopes[scope].Members, member);
        Held.GiveBack(held);
        Memberships -= held == NumberMaps.None ? 0 : 1;
    }

    private ref NumberMap Of(int member, int scope) =>
        ref !IsTeam(member) && _scopes[scope].Kind == (byte)ScopeKind.Team ? ref _users[member >> 1].Seats : ref RolesOf(member);

    private ref NumberMap RolesOf(int member) => ref IsTeam(member) ? ref _scopes[member >> 1].Roles : ref _users[member >> 1].Roles;

    private int AddScope(ReadOnlySpan<byte> key, byte kind, int parent)
    {
        var scope = ScopeIds.Add(key);
        if (scope >= _scopes.Length)
        {
            Array.Resize(ref _scopes, (scope * 5 / 4) + 16);
        }

        ref var node = ref _scopes[scope];
        (node.Parent, node.Kind, node.Lives) = (parent, kind, true);
        return scope;
    }

    private int Find(int kind, ReadOnlySpan<byte> id) => ScopeIds.Find(KeyOf(kind, id));

    private ReadOnlySpan<byte> KeyOf(int kind, ReadOnlySpan<byte> id)
    {
        _key[0] = (byte)kind;
        id.CopyTo(_key.AsSpan(1));
        return _key.AsSpan(0, id.Length + 1);
    }
}
