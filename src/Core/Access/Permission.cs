using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Roles;

namespace Roster.Core.Access;

/// <summary>What nobody may do, whatever the door (design §5). Each answers a fault, or null where nothing stands in the way.</summary>
public static class Permission
{
    public static Fault? Needs(Outcome<Standing> standing, Grants need)
    {
        if (standing.Failed(out var fault))
        {
            return fault;
        }

        return standing.Value.Allows(need) ? null : Asking.NotPermitted(need);
    }

    /// <summary>Nobody gives, changes or ends a role above their own level, nor touches who holds one.</summary>
    public static Fault? Above(Outcome<Standing> standing, Level touched, string? field = null) =>
        standing.Value.Level >= touched
            ? null
            : new Fault(
                FaultKind.AboveActor,
                $"The key may not touch a role of level {touched.ToString().ToLowerInvariant()}: its own level is {standing.Value.Level.ToString().ToLowerInvariant()}.",
                field);
}
