using Roster.Core.Access.Granting;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Core.Access.Resources;

/// <summary>The form of what a request says about resources.</summary>
public static class ResourceRules
{
    public const int MaxId = 256;

    public static Fault? CheckType(string name) =>
        !GrantRules.IsName(name) || name.Contains('/')
            ? Fault.Invalid("name", $"must be 1 to {GrantRules.MaxName} characters without white space and '/'")
            : ResourceType.BuiltIn(name) is not null || name == "team"
                ? Fault.Invalid("name", "must not be the name of a kind of scope")
                : null;

    public static Fault? CheckHome(ScopeId home, string field) =>
        home.Kind == ScopeKind.Team ? Fault.Invalid(field, "must not be a team, which is no place for resources") : null;

    public static Fault? CheckId(string id) =>
        id.Length is 0 or > MaxId || !Text.IsStorable(id) || Text.HasControl(id) || id.Contains('/')
            ? Fault.Invalid("id", $"must be 1 to {MaxId} characters without control characters and '/'")
            : null;

    public static Fault UnknownType(string name) =>
        new(FaultKind.UnknownResourceType, $"There is no resource type '{name}'.", Id: name);

    public static Fault Unknown(string type, string id) =>
        new(FaultKind.UnknownResource, $"There is no {type} '{id}'.", Id: id);

    public static Fault InUse(string name) =>
        new(FaultKind.ResourceTypeInUse, $"There are resources of type '{name}': remove them first.", "name", name);
}
