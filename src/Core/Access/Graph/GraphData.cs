using System.Text;
using Roster.Core.Access.Granting;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Graph;

/// <summary>Who is a member where, in numbers. One writes while many look; <see cref="AccountGraph"/> tells them when they must look again.</summary>
internal sealed class GraphData : IAccessScan
{
    private const int Active = 1;

    private readonly Dictionary<string, int> _roleNumbers = new(StringComparer.Ordinal);
    private readonly List<string> _roleNames = [];
    private readonly Dictionary<string, IReadOnlyList<Grant>> _customRoles = new(StringComparer.Ordinal);
    private readonly byte[] _key = new byte[256];
    private MemberNode[] _users = new MemberNode[16];
    private byte[] _active = new byte[16];
    private ScopeNode[] _scopes = new ScopeNode[16];
    private MemberNode[] _teams = new MemberNode[4];

    public GraphData(AccountId account)
    {
        // The account is number 0, and its own parent.
        Account = AddScope(ScopeId.Account(account), Link.None);
        foreach (var role in StandardRoles.All)
        {
            NumberOf(role.Name);
        }
    }

    public IdTable UserIds { get; } = new();

    /// <summary>With the kind in a byte before each.</summary>
    public IdTable ScopeIds { get; } = new();

    public LinkTable Links { get; } = new();

    /// <summary>The number of the account's own scope.</summary>
    public int Account { get; }

    public RoleBook Roles { get; private set; } = null!;

    public AccessSettings Settings { get; set; } = AccessSettings.Default;

    /// <summary>Memberships that nobody can reach any more.</summary>
    public int Garbage { get; private set; }

    public long Bytes => UserIds.Bytes + ScopeIds.Bytes + Links.Bytes + (9L * _users.Length) + (24L * _scopes.Length);

    public static int OfUser(int user) => user * 2;

    public static int OfTeam(int scope) => (scope * 2) + 1;

    public static bool IsTeam(int member) => (member & 1) != 0;

    public bool IsActive(int user) => (_active[user] & Active) != 0;

    public ref readonly ScopeNode ScopeAt(int scope) => ref _scopes[scope];

    public int FirstSeat(int user) => _users[user].Seats;

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
            Give(memberKind == MemberKind.User ? OfUser(member) : OfTeam(member), scope, NumberOf(role), until);
        }
    }

    public void Define(string role, IReadOnlyList<Grant> grants)
    {
        _customRoles[role] = grants;
        NumberOf(role);
    }

    public void Undefine(string role) => _customRoles.Remove(role);

    /// <summary>After roles were defined, or scanned.</summary>
    public void MakeRoles() => Roles = new(_roleNames, _customRoles);

    public int FindScope(ScopeId scope) => ScopeIds.Find(scope.Id, (byte)scope.Kind);

    public int FindMember(MemberId member)
    {
        var number = member.Kind == MemberKind.User
            ? UserIds.Find(member.Id, 0)
            : ScopeIds.Find(member.Id, (byte)ScopeKind.Team);
        return number < 0 ? Link.None : member.Kind == MemberKind.User ? OfUser(number) : OfTeam(number);
    }

    public int AddScope(ScopeId scope, int parent) =>
        AddScope(KeyOf((int)scope.Kind, Encoding.UTF8.GetBytes(scope.Id)), (byte)scope.Kind, parent);

    public int AddUser(ReadOnlySpan<byte> id, bool active)
    {
        var user = UserIds.Add(id);
        if (user >= _users.Length)
        {
            var size = (user * 5 / 4) + 16;
            Array.Resize(ref _users, size);
            Array.Resize(ref _active, size);
        }

        _users[user] = new() { Roles = Link.None, Seats = Link.None };
        SetActive(user, active);
        return user;
    }

    public void SetActive(int user, bool active) => _active[user] = (byte)(active ? Active : 0);

    public int NumberOf(string role)
    {
        if (!_roleNumbers.TryGetValue(role, out var number))
        {
            _roleNumbers.Add(role, number = _roleNames.Count);
            _roleNames.Add(role);
        }

        return number;
    }

    /// <summary>Begins a membership, or goes on with one that is there.</summary>
    public void Give(int member, int scope, int role, Instant? until)
    {
        var held = Links.Find(member, scope);
        if (held != Link.None)
        {
            Links.Change(held, role, until?.Microseconds);
            return;
        }

        Links.Add(member, scope, role, until?.Microseconds, ref First(member, scope), ref _scopes[scope].First);
        _scopes[scope].Count++;
    }

    public void End(int member, int scope)
    {
        var held = Links.Find(member, scope);
        if (held != Link.None)
        {
            Links.Remove(held, ref First(member, scope), ref _scopes[scope].First);
            _scopes[scope].Count--;
        }
    }

    public void EndRoles(int member) => EndAll(member, ref Node(member).Roles);

    public void EndSeats(int member) => EndAll(member, ref Node(member).Seats);

    /// <summary>What was in it is unreachable, and stays until all is made anew.</summary>
    public void EndScope(int scope)
    {
        Garbage += _scopes[scope].Count;
        _scopes[scope].Lives = false;
    }

    public void Trim()
    {
        UserIds.Trim();
        ScopeIds.Trim();
        Links.Trim();
        Array.Resize(ref _users, UserIds.Count + (UserIds.Count / 32) + 4);
        Array.Resize(ref _active, _users.Length);
    }

    private void EndAll(int member, ref int first)
    {
        while (first != Link.None)
        {
            var scope = Links[first].Scope;
            Links.Remove(first, ref first, ref _scopes[scope].First);
            _scopes[scope].Count--;
        }
    }

    private ref int First(int member, int scope)
    {
        ref var node = ref Node(member);
        return ref _scopes[scope].Kind == (byte)ScopeKind.Team ? ref node.Seats : ref node.Roles;
    }

    private ref MemberNode Node(int member) => ref IsTeam(member) ? ref _teams[member / 2] : ref _users[member / 2];

    private int AddScope(ReadOnlySpan<byte> key, byte kind, int parent)
    {
        var scope = ScopeIds.Add(key);
        if (scope >= _scopes.Length)
        {
            Array.Resize(ref _scopes, (scope * 5 / 4) + 16);
        }

        if (scope >= _teams.Length)
        {
            Array.Resize(ref _teams, _scopes.Length);
        }

        _scopes[scope] = new() { Parent = parent, First = Link.None, Kind = kind, Lives = true };
        _teams[scope] = new() { Roles = Link.None, Seats = Link.None };
        return scope;
    }

    private int Find(int kind, ReadOnlySpan<byte> id) => ScopeIds.Find(KeyOf(kind, id));

    private ReadOnlySpan<byte> KeyOf(int kind, ReadOnlySpan<byte> id)
    {
        _key[0] = (byte)kind;
        id.CopyTo(_key.AsSpan(1));
        return _key.AsSpan(0, id.Length + 1);
    }

    private int NumberOf(ReadOnlySpan<byte> role)
    {
        // Most are the roles of the one before; a look-up by bytes would need a table of its own.
        Span<char> name = stackalloc char[512];
        return Encoding.UTF8.TryGetChars(role, name, out var length)
            && _roleNumbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name[..length], out var number)
                ? number
                : NumberOf(Encoding.UTF8.GetString(role));
    }
}
