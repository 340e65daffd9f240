using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>The one thing that a search of users goes by, so that an index serves it. It finds all who fit, and may find some who do not.</summary>
public abstract record UserSearch
{
    private UserSearch()
    {
    }

    public static readonly UserSearch Everyone = new All();

    public static UserSearch Id(UserId id) => new ById(id);

    public static UserSearch Active(bool active) => new ByActive(active);

    /// <param name="fold">The fold of a user name.</param>
    public static UserSearch Named(string fold) => new ByText(TextKind.UserName, fold, fold + "\u0001");

    public static UserSearch NameBegins(string fold) => new ByText(TextKind.UserName, fold, SearchKey.After(fold));

    public static UserSearch ExternalId(string text) => Exactly(TextKind.ExternalId, SearchKey.Exact(text));

    public static UserSearch ExternalIdBegins(string text) => Beginning(TextKind.ExternalId, SearchKey.Exact(text));

    public static UserSearch DisplayName(string text) => Exactly(TextKind.DisplayName, SearchKey.Of(text)!);

    public static UserSearch DisplayNameBegins(string text) => Beginning(TextKind.DisplayName, SearchKey.Of(text)!);

    public static UserSearch GivenName(string text) => Exactly(TextKind.GivenName, SearchKey.Of(text)!);

    public static UserSearch GivenNameBegins(string text) => Beginning(TextKind.GivenName, SearchKey.Of(text)!);

    public static UserSearch FamilyName(string text) => Exactly(TextKind.FamilyName, SearchKey.Of(text)!);

    public static UserSearch FamilyNameBegins(string text) => Beginning(TextKind.FamilyName, SearchKey.Of(text)!);

    /// <summary>An address also finds who has no profile, and is named so.</summary>
    public static UserSearch Term(UserTerm term) => new ByTerm(term.Kind, term.Value, term.Value + "\u0001");

    public static UserSearch TermBegins(UserTerm term) => new ByTerm(term.Kind, term.Value, SearchKey.After(term.Value));

    /// <summary>Who has a seat in the team.</summary>
    public static UserSearch Team(string id) => new InTeam(id);

    /// <summary>Whose own role in the scope, or a team's of theirs, has the level.</summary>
    public static UserSearch RoleGroup(ScopeId scope, Level level) => new InRoleGroup(scope, level);

    /// <summary>Who was created, or revived, then or later.</summary>
    public static UserSearch CreatedSince(Instant time) => new Since(time);

    /// <summary>True where finding costs what is asked for; else all that fits is found first.</summary>
    public bool IsByPage => this is All or ByActive or InTeam or Since;

    private static ByText Exactly(TextKind kind, string key) => new ByText(kind, key, key + "\u0001");

    private static ByText Beginning(TextKind kind, string key) => new ByText(kind, key, SearchKey.After(key));

    public enum TextKind
    {
        UserName,
        ExternalId,
        DisplayName,
        GivenName,
        FamilyName,
    }

    public sealed record All : UserSearch;

    public sealed record ById(UserId UserId) : UserSearch;

    public sealed record ByActive(bool IsActive) : UserSearch;

    /// <param name="From">A key.</param>
    /// <param name="To">The first key after those that fit. No text has U+0000, so U+0001 follows on a key alone.</param>
    public sealed record ByText(TextKind Kind, string From, string To) : UserSearch;

    public sealed record ByTerm(TermKind Kind, string From, string To) : UserSearch;

    public sealed record InTeam(string TeamId) : UserSearch;

    public sealed record InRoleGroup(ScopeId Scope, Level Level) : UserSearch;

    public sealed record Since(Instant Time) : UserSearch;
}
