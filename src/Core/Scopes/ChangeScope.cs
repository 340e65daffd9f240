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
        Caller caller, ChangeScopeRequest request, CancellationToken cancellationToken) =>
        Check(request) is { } fault ? fault : await RunAsync(caller, request.Scope, _ => request, cancellationToken);

    /// <summary>Changes what depends on what is there, such as one of a connector's settings.</summary>
    /// <param name="change">What to change about the scope as it is; pure, since it may run again.</param>
    public ValueTask<Outcome<Scope>> RunAsync(
        Caller caller, ScopeId scope, Func<Scope, ChangeScopeRequest> change, CancellationToken cancellationToken) =>
        writing.WriteAsync(
            caller,
            reads => ReadAsync(reads, caller, scope),
            facts => facts.Scope?.ChangedIn,
            (facts, moment) => Decide(facts, moment, scope, change),
            cancellationToken);

    private static Fault? Check(ChangeScopeRequest request) =>
        (request.Name.IsSet ? ScopeRules.CheckName(request.Name.Or("")) : null)
        ?? ScopeRules.CheckSettings(request.Settings.Or(null));

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, ScopeId id)
    {
        var standing = reads.StandingAsync(caller, id);
        var scope = reads.ScopeAsync(id);
        return new(await standing, await scope);
    }

    internal static Verdict<Scope> Decide(
        Facts facts, Moment moment, ScopeId id, Func<Scope, ChangeScopeRequest> change)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        if (facts.Scope is not { } scope)
        {
            return ScopeReads.Unknown(id);
        }

        var request = change(scope);
        if (Check(request) is { } invalid)
        {
            return invalid;
        }

        var changed = scope with { Name = request.Name.Or(scope.Name), Settings = request.Settings.Or(scope.Settings) };
        return changed == scope
            ? Verdict<Scope>.Of(scope)
            : Verdict<Scope>.Of(
                changed with { ChangedIn = moment.Number(0), ChangedAt = moment.Now },
                new ScopeChanged(scope.Id, request.Name, request.Settings));
    }

    internal sealed record Facts(Outcome<Standing> Standing, Scope? Scope);
}
