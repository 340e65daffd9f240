using Roster.Core.Documents;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Tests.Core.Documents;

/// <summary>A planned change as one line.</summary>
internal static class Shown
{
    public static string Of(PlannedChange change) => change switch
    {
        PlannedRole role => $"{role.Action} role {role.Name}{Of(role.Before)}{Of(role.After)}",
        PlannedUser user => $"{user.Action} user {user.Id} {user.Name.Given}{Of(user.Before)}{Of(user.After)}",
        PlannedScope scope => $"{scope.Action} {Of(scope.Id)}{Of(scope.Before)}{Of(scope.After)}",
        PlannedMembership membership =>
            $"{membership.Action} {(membership.User is null ? "team " : "")}{membership.Member.Id} in {Of(membership.In)}{Of(membership.Before)}{Of(membership.After)}",
        _ => throw new NotSupportedException(change.ToString()),
    };

    private static string Of(ScopeId scope) => $"{scope.Kind.ToString().ToLowerInvariant()}/{scope.Id}";

    private static string Of(UserValues? values) => values is null ? "" : $" <{string.Join(", ", Members(values))}>";

    private static IEnumerable<string> Members(UserValues values)
    {
        if (values.Person.Name.IsSet)
        {
            yield return values.Person.Name.Or(default).Given;
        }

        foreach (var value in new[] { values.Person.GivenName, values.Person.Phone }.Where(value => value.IsSet))
        {
            yield return value.Or(null) ?? "none";
        }

        if (values.Active.IsSet)
        {
            yield return values.Active.Or(false) ? "active" : "inactive";
        }
    }

    private static string Of(Role? role) => role is null ? "" : $" <{role.Level} in {string.Join("+", role.Kinds)}{(role.Description.Length > 0 ? ": " : "")}{role.Description}>";

    private static string Of(ScopeValues? values) => values is null ? "" : $" <{string.Join(", ", new[] { values.Name, values.Group, values.Service, values.Description }.OfType<string>())}>";

    private static string Of(RoleValues? values) => values is null ? "" : $" <{values.Role}{(values.Until is { } end ? $" until {end.Microseconds}" : "")}>";
}
