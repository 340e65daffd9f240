using System.Globalization;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;
using Roster.Http.Scim.Lists;

namespace Roster.Http.Scim.Groups;

/// <summary>What is shown as a group: a team, or all who have one level in the account or in an organization.</summary>
internal abstract record GroupRow(string Id, string DisplayName, string? ExternalId, Instant CreatedAt, long ChangedIn, Instant ChangedAt)
{
    /// <summary>In the default order: teams by creation, then levels of the account, then of organizations by id.</summary>
    public abstract ListPosition Position { get; }

    /// <summary>Whose members it has.</summary>
    public abstract ScopeId Scope { get; }

    /// <summary>Null where all of them belong to it.</summary>
    public abstract Level? Level { get; }
}

internal sealed record TeamRow(Scope Team)
    : GroupRow(Team.Id.Id, Team.Name, Team.ExternalId, Team.CreatedAt, Team.ChangedIn, Team.ChangedAt)
{
    public override ListPosition Position => new(Team.Number);

    public override ScopeId Scope => Team.Id;

    public override Level? Level => null;
}

internal sealed record LevelRow(RoleGroup Group)
    : GroupRow(GroupIds.Of(Group.Scope, Group.Level), GroupIds.Of(Group.Scope, Group.Level), Group.ExternalId, Group.CreatedAt, Group.ChangedIn, Group.ChangedAt)
{
    /// <summary>Of the levels that are groups.</summary>
    public static readonly IReadOnlyList<Level> Levels = [Core.Roles.Level.Admin, Core.Roles.Level.Member, Core.Roles.Level.Viewer];

    private const long InAccount = long.MaxValue - 2;
    private const long InOrganizations = long.MaxValue - 1;

    /// <summary>Before any character of an id, so that ids are in order whatever follows them.</summary>
    private const char Separator = '!';

    public override ListPosition Position => PositionOf(Group.Scope, Group.Level);

    public override ScopeId Scope => Group.Scope;

    public override Level? Level => Group.Level;

    public static ListPosition PositionOf(ScopeId scope, Level level) => new(
        scope.Kind == ScopeKind.Account ? InAccount : InOrganizations,
        string.Create(CultureInfo.InvariantCulture, $"{scope.Id}{Separator}{3 - (int)level}"));

    /// <summary>The organization of a position, or the one after which those begin that follow it; empty before all.</summary>
    public static string OrganizationOf(ListPosition position) =>
        position.Number == InOrganizations ? position.Text[..Math.Max(0, position.Text.LastIndexOf(Separator))] : "";
}
