using Roster.Core.Keys;
using Roster.Core.Outcomes;

namespace Roster.Core.Access;

/// <summary>Who may ask about access.</summary>
internal static class Checks
{
    /// <summary>Whoever presents a key is judged when the key is, in the same request.</summary>
    public static Fault? Refusal(Caller caller) =>
        caller.Actor is KeyActor actor && !actor.InAccount.Allows(Grants.Check) ? Asking.NotPermitted(Grants.Check) : null;
}
