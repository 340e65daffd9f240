using Roster.Core.Access;
using Roster.Core.Access.Granting;
using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Model;

/// <summary>The few values that random histories are made of, so that they meet again and again.</summary>
internal static class Pool
{
    public static readonly IReadOnlyList<UserId> Users = [.. Each("a", "A", "a_", "user-1", "user-2", "user-10").Select(id => new UserId(id))];

    /// <summary>Several of one fold, and pairs that a wrong fold would take for one.</summary>
    public static readonly IReadOnlyList<UserName> Names =
    [
        .. Each("one@example.com", "One@Example.com", "two@example.com", "k@example.com", "\u212A@example.com", "Ünsal@example.com", "ünsal@example.com")
            .Select(Sample.Name),
    ];

    public static readonly IReadOnlyList<ScopeId> Groups = [.. Each("g", "G", "g-2").Select(ScopeId.Group)];

    public static readonly IReadOnlyList<ScopeId> Connectors = [.. Each("g", "c", "c_").Select(ScopeId.Connector)];

    public static readonly IReadOnlyList<ScopeId> Organizations = [.. Each("org-x1", "org-X1").Select(ScopeId.Organization)];

    /// <summary>One has a group's id, one a user's.</summary>
    public static readonly IReadOnlyList<ScopeId> Teams = [.. Each("g", "a", "t").Select(ScopeId.Team)];

    public static readonly IReadOnlyList<string> OwnRoles = Each("Janitor", "janitor", "Team Lead");

    public static readonly IReadOnlyList<string> ResourceTypes = Each("record", "Record", "route");

    /// <summary>In the order of UTF-16 the last two would change places.</summary>
    public static readonly IReadOnlyList<string> ResourceIds = Each("r", "R", "r 1", "\uFF5E", "\U0001F469");

    public static readonly IReadOnlyList<Grant> Grants =
    [
        "read", "write", "a:b", new("write", "record"),
        new("write", null, new Condition([ConditionEntry.Is("resource.properties.x", Scalar.Of("y")), ConditionEntry.IsNot("context.n", Scalar.Of(1.5))])),
        new("write", null, new Condition([ConditionEntry.Is("resource.properties.r", Scalar.Of("x"))])),
        new("sweep", null, new Condition([ConditionEntry.IsNot("subject.properties.R", Scalar.Of(true))])),
        new("sweep", "record", new Condition([ConditionEntry.IsSame("subject.properties.email", "resource.properties.owner")])),
        new("a:b", null, new Condition([ConditionEntry.IsSame("subject.properties.r", "resource.properties.r")])),
        new("read", "group", new Condition([
            ConditionEntry.IsIn("action.properties.f", [Scalar.Of(true), Scalar.Of("\"")]), ConditionEntry.IsSame("subject.id", "resource.properties.owner")])),
    ];

    public static readonly IReadOnlyList<InvitationId> Invitations = [.. Each("i", "I", "i1", "i2", "i3", "i4", "i5").Select(id => new InvitationId(id))];

    public static readonly IReadOnlyList<string?> Texts = [null, "", "x", "O'Brien", "\U0001F469\u200D\U0001F4BB", "{}"];

    public static readonly IReadOnlyList<UserTerm> Terms =
    [
        UserTerm.Of(TermKind.Email, "One@Example.com"), UserTerm.Of(TermKind.Email, "other@example.com"), UserTerm.Of(TermKind.EmployeeNumber, "7A"),
        UserTerm.Of(TermKind.Manager, "user-1"), UserTerm.Of(TermKind.Manager, "USER-1"),
    ];

    public static IEnumerable<ScopeId> Scopes => [.. Groups, .. Connectors, .. Organizations, .. Teams];

    public static IEnumerable<MemberId> Members => [.. Users.Select(MemberId.User), .. Teams.Select(team => MemberId.Team(team.Id))];

    public static IEnumerable<string> Folds => Names.Select(name => name.Fold).Distinct();

    public static IReadOnlyList<Role> RolesIn(ScopeKind kind) => [.. StandardRoles.All.Where(role => role.IsGivenIn(kind))];

    private static string[] Each(params string[] values) => values;
}
