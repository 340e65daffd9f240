using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>What an account, or a part of it, is to be. What is absent of a thing stays as it is; null takes a value away.</summary>
/// <param name="Account">The account that it was written for; null for whichever it is sent to.</param>
/// <param name="Manages">What is removed where the document does not name it.</param>
/// <param name="Scopes">Teams, then organizations, then groups, then connectors.</param>
public sealed record Document(
    string? Account,
    Manages Manages,
    IReadOnlyList<WantedRole> Roles,
    IReadOnlyList<WantedUser> Users,
    IReadOnlyList<WantedScope> Scopes,
    IReadOnlyList<WantedMembership> Memberships)
{
    /// <summary>Sections of which something could not be read: whether it is there that others refer to cannot be told.</summary>
    public IReadOnlySet<string> Misread { get; init; } = new HashSet<string>();

    /// <summary>What is missing from a section that was read is missing.</summary>
    internal bool WasRead(string section) => !Misread.Contains(section);
}

/// <summary>A role of the account's own.</summary>
public sealed record WantedRole(Place Place, RedefineRoleRequest Values)
{
    public string Name => Values.Name;
}

/// <param name="Id">Finds the user, who has then perhaps another name; null where the name finds them.</param>
/// <param name="Person">Without the name.</param>
public sealed record WantedUser(Place Place, UserName Name, UserId? Id, PersonPatch Person, Optional<bool> Active);

/// <param name="Group">A connector's group.</param>
/// <param name="Service">What a connector connects to.</param>
/// <param name="Description">A team's.</param>
public sealed record WantedScope(
    Place Place,
    ScopeId Id,
    Optional<string> Name = default,
    Optional<string> Group = default,
    Optional<string> Service = default,
    Optional<string?> Description = default);

/// <param name="Until">Absent keeps the end that a held membership has.</param>
public sealed record WantedMembership(Place Place, MemberName Member, ScopeId In, string Role, Optional<Instant?> Until = default);

/// <summary>A member as a document names them.</summary>
/// <param name="Text">A user's name, as the document has it in the end, or a team's id.</param>
public readonly record struct MemberName(MemberKind Kind, string Text)
{
    public bool IsTeam => Kind == MemberKind.Team;

    /// <summary>What a document calls the kind.</summary>
    public string Noun => IsTeam ? "team" : "user";

    /// <summary>A user's fold; null for a team.</summary>
    internal string? Fold => IsTeam ? null : UserName.FoldOf(Text);

    /// <summary>The same for all names of one member.</summary>
    internal (MemberKind Kind, string Key) Key => (Kind, Fold ?? Text);

    public static MemberName User(string name) => new(MemberKind.User, name);

    public static MemberName Team(string id) => new(MemberKind.Team, id);
}
