using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Roles;

/// <summary>Removes a role that the account has defined and nobody holds. The name is free again.</summary>
public sealed class RemoveRole(Writing writing)
{
    public ValueTask<Outcome<Done>> RunAsync(Caller caller, string name, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => HeldRoleFacts.ReadAsync(reads, caller, name),
            facts => facts.Role?.ChangedIn,
            (facts, _) => Decide(facts, name),
            cancellationToken);

    internal static Verdict<Done> Decide(HeldRoleFacts facts, string name)
    {
        if (facts.Refusal(name) is { } refused)
        {
            return refused;
        }

        return facts.IsHeld ? RoleRules.Held(name) : Verdict<Done>.Of(default, new RoleRemoved(name));
    }
}
