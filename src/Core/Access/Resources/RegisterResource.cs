using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Access.Resources;

/// <param name="Scope">Null for the type's home.</param>
public sealed record RegisterResourceRequest(string Type, string Id, ScopeId? Scope, Attributes Attributes);

/// <summary>A resource, and whether this request registered it.</summary>
public sealed record RegisteredResource(Resource Resource, bool IsNew);

/// <summary>Registers a resource of an application, or says anew where it is and what is kept about it.</summary>
public sealed class RegisterResource(Writing writing)
{
    public async ValueTask<Outcome<RegisteredResource>> RunAsync(
        Caller caller, RegisterResourceRequest request, CancellationToken cancellationToken) =>
        Check(request) is { } fault
            ? fault
            : await writing.WriteAsync(
                caller,
                reads => ReadAsync(reads, caller, request),
                facts => facts.Resource?.ChangedIn,
                (facts, moment) => Decide(facts, moment, request),
                cancellationToken);

    private static Fault? Check(RegisterResourceRequest request) =>
        ResourceRules.CheckId(request.Id)
        ?? (request.Scope is { } scope ? ResourceRules.CheckHome(scope, "scope") : null)
        ?? request.Attributes.Check("attributes");

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, RegisterResourceRequest request)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var resource = reads.ResourceAsync(request.Type, request.Id);
        var type = await reads.ResourceTypeAsync(request.Type);
        var scope = request.Scope ?? type?.Home ?? ScopeId.Account(caller.Account);
        return new(await standing, type, await resource, scope, await reads.ExistsAsync(scope));
    }

    private static Verdict<RegisteredResource> Decide(Facts facts, Moment moment, RegisterResourceRequest request)
    {
        if (Permission.Needs(facts.Standing, Grants.Provision) is { } refused)
        {
            return refused;
        }

        if (facts.Type is null)
        {
            return ResourceRules.UnknownType(request.Type);
        }

        if (!facts.ScopeExists)
        {
            return ScopeReads.Unknown(facts.Scope);
        }

        var number = moment.Number(0);
        var after = facts.Resource is { } known
            ? known with { Scope = facts.Scope, Attributes = request.Attributes }
            : new Resource(request.Type, request.Id, facts.Scope, request.Attributes, number, moment.Now, number, moment.Now);
        return after == facts.Resource
            ? Verdict<RegisteredResource>.Of(new(after, IsNew: false))
            : Verdict<RegisteredResource>.Of(
                new(after with { ChangedIn = number, ChangedAt = moment.Now }, facts.Resource is null),
                new ResourceRegistered(request.Type, request.Id, facts.Scope, request.Attributes));
    }

    private sealed record Facts(Outcome<Standing> Standing, ResourceType? Type, Resource? Resource, ScopeId Scope, bool ScopeExists);
}
