using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Access.Resources;

/// <summary>Removes a resource that is registered. Its id is free again.</summary>
public sealed class RemoveResource(Writing writing)
{
    public ValueTask<Outcome<Done>> RunAsync(Caller caller, string type, string id, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, type, id),
            facts => facts.Resource?.ChangedIn,
            (facts, _) => Decide(facts, type, id),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, string type, string id)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var resource = reads.ResourceAsync(type, id);
        return new(await standing, await resource);
    }

    private static Verdict<Done> Decide(Facts facts, string type, string id) =>
        Permission.Needs(facts.Standing, Grants.Provision) is { } refused ? refused
        : facts.Resource is null ? ResourceRules.Unknown(type, id)
        : Verdict<Done>.Of(default, new ResourceRemoved(type, id));

    private sealed record Facts(Outcome<Standing> Standing, Resource? Resource);
}
