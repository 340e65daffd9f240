using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Scopes;

/// <summary>What is absent stays as it is.</summary>
public sealed record ChangeScopeRequest(ScopeId Scope, Optional<string> Name = default, Optional<string?> Settings = default);

/// <summary>Renames a scope, or changes a connector's settings.</summary>
public sealed class ChangeScope(Writing writing)
{
    public async ValueTask<Outcome<Scope>> RunAsync(
        Caller caller, ChangeScopeRequest request, CancellationToken cancellationToken)
    {
        var badName = request.Name.IsSet ? ScopeRules.CheckName(request.Name.Or("")) : null;
        if ((badName ?? ScopeRules.CheckSettings(request.Settings.Or(null))) is { } fault)
        {
            return fault;
        }

        return await writing.WriteAsync(
            caller,
            async reads => new Facts(
                await reads.StandingAsync(caller, request.Scope), await reads.ScopeAsync(request.Scope)),
            (facts, moment) => Decide(facts, moment, request),
            cancellationToken);
    }

    private static Verdict<Scope> Decide(Facts facts, Moment moment, ChangeScopeRequest request)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        if (facts.Scope is not { } scope)
        {
            return ScopeReads.Unknown(request.Scope);
        }

        var changed = scope with { Name = request.Name.Or(scope.Name), Settings = request.Settings.Or(scope.Settings) };
        return changed == scope
            ? Verdict<Scope>.Of(scope)
            : Verdict<Scope>.Of(
                changed with { ChangedIn = moment.Number(0), ChangedAt = moment.Now },
                new ScopeChanged(scope.Id, request.Name, request.Settings));
    }

    private sealed record Facts(Outcome<Standing> Standing, Scope? Scope);
}
