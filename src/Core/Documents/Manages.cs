using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;

namespace Roster.Core.Documents;

/// <summary>What a document answers for: what is in here and not in the document is removed. All else it only adds and changes.</summary>
/// <param name="Account">The memberships in the account itself.</param>
/// <param name="Users">By the fold of the user name.</param>
/// <param name="Roles">Of the account's own, by name.</param>
public sealed record Manages(
    bool Account,
    IReadOnlyList<Pattern> Users,
    IReadOnlyList<Pattern> Organizations,
    IReadOnlyList<Pattern> Groups,
    IReadOnlyList<Pattern> Connectors,
    IReadOnlyList<Pattern> Teams,
    IReadOnlyList<Pattern> Roles)
{
    /// <summary>Most patterns of one kind: each is tried on everything.</summary>
    public const int MaxPatterns = 100;

    public static Manages Everything { get; } =
        new(true, All, All, All, All, All, All);

    public static Manages Nothing { get; } = new(false, [], [], [], [], [], []);

    private static Pattern[] All => [Pattern.Everything];

    public IReadOnlyList<Pattern> Of(ScopeKind kind) => kind switch
    {
        ScopeKind.Organization => Organizations,
        ScopeKind.Group => Groups,
        ScopeKind.Connector => Connectors,
        ScopeKind.Team => Teams,
        _ => [],
    };

    public bool Covers(User user) => Users.Any(pattern => pattern.Matches(user.Name.Fold));

    public bool Covers(Role role) => Roles.Any(pattern => pattern.Matches(role.Name));

    /// <summary>A scope with its memberships.</summary>
    public bool Covers(ScopeId scope) =>
        scope.Kind == ScopeKind.Account ? Account : Of(scope.Kind).Any(pattern => pattern.Matches(scope.Id));
}
