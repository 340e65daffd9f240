using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Scopes;

/// <summary>Ends an organization, a group without connectors, or a connector, and every membership in it. The id is not given again.</summary>
public sealed class EndScope(Writing writing)
{
    public ValueTask<Outcome<Done>> RunAsync(Caller caller, ScopeId scope, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, scope),
            facts => facts.Scope?.ChangedIn,
            (facts, _) => Decide(facts, scope),
            cancellationToken);

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, ScopeId id)
    {
        var standing = reads.StandingAsync(caller, id);
        var scope = reads.ScopeAsync(id);
        var connectors = id.Kind == ScopeKind.Group ? reads.ScopesAsync(new(ScopeKind.Connector, id), new Page(0, 1)) : default;
        return new(await standing, await scope, await connectors is { Items.Count: > 0 });
    }

    internal static Verdict<Done> Decide(Facts facts, ScopeId scope)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        if (facts.Scope is null)
        {
            return ScopeReads.Unknown(scope);
        }

        return facts.HasChildren
            ? new Fault(FaultKind.ScopeNotEmpty, $"The group '{scope.Id}' still has connectors.", Id: scope.Id)
            : Verdict<Done>.Of(default, new ScopeEnded(scope));
    }

    internal sealed record Facts(Outcome<Standing> Standing, Scope? Scope, bool HasChildren);
}
