using Roster.Core.Access.Granting;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Http.Native.Roles;

/// <summary>What a request says about a role of the account's own.</summary>
internal static class RoleBody
{
    public static Role ReadNew(Fields body) => RoleRules.Custom(
        body.RequiredText("name"),
        body.Text("description") ?? "",
        Kinds(body, body.RequiredTexts("kinds")),
        LevelOf(body, body.RequiredText("level")),
        new GrantBody(body).Read() ?? []);

    /// <summary>What is absent stays.</summary>
    public static RedefineRoleRequest ReadChange(Fields body, string name) => new(
        name,
        body.Has("description") ? body.Text("description") ?? "" : default(Optional<string>),
        body.Has("kinds") ? new Optional<IReadOnlyList<ScopeKind>>(Kinds(body, body.RequiredTexts("kinds"))) : default,
        body.Has("level") ? LevelOf(body, body.RequiredText("level")) : default(Optional<Level>),
        body.Has("permissions") ? new Optional<IReadOnlyList<Grant>>(new GrantBody(body).Read() ?? []) : default);

    private static IReadOnlyList<ScopeKind> Kinds(Fields body, IReadOnlyList<string> names)
    {
        var kinds = names.Select(WireNames.ScopeKindOf).ToList();
        if (kinds.Contains(null))
        {
            body.Refuse("kinds", "must be any of account, organization, group, connector and team");
        }

        return [.. kinds.OfType<ScopeKind>()];
    }

    // RequiredText has refused an empty one already.
    private static Level LevelOf(Fields body, string name)
    {
        var level = WireNames.LevelOf(name);
        if (level is null && name.Length > 0)
        {
            body.Refuse("level", "must be admin, member or viewer");
        }

        return level ?? Level.Viewer;
    }
}
