using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Http.Scim.Groups;

/// <summary>
/// Ids of groups: a team's own, or <c>whylabs-{organization}:{level}</c> for all who have one level in the account or in an
/// organization.
/// </summary>
internal static class GroupIds
{
    private const string Prefix = "whylabs-";

    public static string Of(ScopeId scope, Level level) => $"{Prefix}{scope.Id}:{NameOf(level)}";

    /// <summary>Any case of the level and a missing prefix are understood. Null for what cannot be such an id.</summary>
    public static (ScopeId Scope, Level Level)? Parse(AccountId account, string text)
    {
        var rest = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || LevelOf(rest[(colon + 1)..]) is not { } level || !IdForm.IsOrganizationId(rest[..colon]))
        {
            return null;
        }

        var id = rest[..colon];
        return (id == account.Value ? ScopeId.Account(account) : ScopeId.Organization(id), level);
    }

    /// <summary>Where it is judged who may see the group, be it there or not.</summary>
    public static ScopeId ScopeOf(AccountId account, string id) =>
        Parse(account, id)?.Scope ?? (IdForm.IsId(id) ? ScopeId.Team(id) : ScopeId.Account(account));

    /// <summary>True for what could be the name of a level in some account: no team has it.</summary>
    public static bool IsReserved(string name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && Parse(new AccountId(""), name) is not null;

    /// <summary>The level in what looks like the name of one; null for anything else.</summary>
    public static Level? LevelIn(string name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? LevelOf(name[(name.LastIndexOf(':') + 1)..]) : null;

    /// <summary>True where the text names the group, in any form that is understood.</summary>
    public static bool IsOne(AccountId account, string id, string text) =>
        id == text || (Parse(account, id) is { } group && Parse(account, text) == group);

    private static string NameOf(Level level) => level switch
    {
        Level.Admin => "admin",
        Level.Member => "member",
        _ => "viewer",
    };

    private static Level? LevelOf(string name) => name.ToLowerInvariant() switch
    {
        "admin" => Level.Admin,
        "member" => Level.Member,
        "viewer" => Level.Viewer,
        _ => null,
    };
}
