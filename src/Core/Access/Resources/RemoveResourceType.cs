using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Access.Resources;

/// <summary>Removes a type of which no resource is registered.</summary>
public sealed class RemoveResourceType(Writing writing)
{
    public ValueTask<Outcome<Done>> RunAsync(Caller caller, string name, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, name),
            facts => facts.Type?.ChangedIn,
            (facts, _) => Decide(facts, name),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, string name)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var type = reads.ResourceTypeAsync(name);
        var any = reads.ResourcesAsync(name, "", 1);
        return new(await standing, await type, (await any).Count > 0);
    }

    private static Verdict<Done> Decide(Facts facts, string name)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        return facts.Type is null ? ResourceRules.UnknownType(name)
            : facts.HasResources ? ResourceRules.InUse(name)
            : Verdict<Done>.Of(default, new ResourceTypeRemoved(name));
    }

    private sealed record Facts(Outcome<Standing> Standing, ResourceType? Type, bool HasResources);
}
