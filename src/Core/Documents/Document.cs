using Roster.Core.Changes;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>What an account, or a part of it, is to be. What is absent of a thing stays as it is; null takes a value away.</summary>
/// <param name="Account">The account that it was written for; null for whichever it is sent to.</param>
/// <param name="Manages">What is removed where the document does not name it.</param>
/// <param name="Scopes">Organizations, then groups, then connectors.</param>
public sealed record Document(
    string? Account,
    Manages Manages,
    IReadOnlyList<WantedUser> Users,
    IReadOnlyList<WantedScope> Scopes,
    IReadOnlyList<WantedMembership> Memberships)
{
    /// <summary>Sections of which something could not be read: whether it is there that others refer to cannot be told.</summary>
    public IReadOnlySet<string> Misread { get; init; } = new HashSet<string>();

    /// <summary>What is missing from a section that was read is missing.</summary>
    internal bool WasRead(string section) => !Misread.Contains(section);
}

/// <param name="Id">Finds the user, who has then perhaps another name; null where the name finds them.</param>
/// <param name="Person">Without the name.</param>
public sealed record WantedUser(Place Place, UserName Name, UserId? Id, PersonPatch Person, Optional<bool> Active);

/// <param name="Group">A connector's group.</param>
/// <param name="Service">What a connector connects to.</param>
public sealed record WantedScope(
    Place Place, ScopeId Id, Optional<string> Name = default, Optional<string> Group = default, Optional<string> Service = default);

/// <param name="User">The user's name, as the document has it in the end.</param>
/// <param name="Until">Absent keeps the end that a held membership has.</param>
public sealed record WantedMembership(Place Place, string User, ScopeId In, string Role, Optional<Instant?> Until = default);
