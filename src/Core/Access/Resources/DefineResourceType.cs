using Roster.Core.Changes;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;

namespace Roster.Core.Access.Resources;

/// <param name="Home">Null for the account.</param>
public sealed record DefineResourceTypeRequest(string Name, ResourceIds Ids, ScopeId? Home = null);

/// <summary>A type of resource, and whether this request made it.</summary>
public sealed record DefinedResourceType(ResourceType Type, bool IsNew);

/// <summary>Gives the account a type of resource, or makes one that it has another.</summary>
public sealed class DefineResourceType(Writing writing)
{
    public async ValueTask<Outcome<DefinedResourceType>> RunAsync(
        Caller caller, DefineResourceTypeRequest request, CancellationToken cancellationToken)
    {
        var home = request.Home ?? ScopeId.Account(caller.Account);
        return (ResourceRules.CheckType(request.Name) ?? ResourceRules.CheckHome(home, "home")) is { } fault
            ? fault
            : await writing.WriteAsync(
                caller,
                reads => ReadAsync(reads, caller, request.Name, home),
                facts => facts.Type?.ChangedIn,
                (facts, moment) => Decide(facts, moment, request, home),
                cancellationToken);
    }

    private static async ValueTask<Facts> ReadAsync(IReads reads, Caller caller, string name, ScopeId home)
    {
        var standing = reads.StandingAsync(caller, ScopeId.Account(caller.Account));
        var type = reads.ResourceTypeAsync(name);
        var homeExists = reads.ExistsAsync(home);
        return new(await standing, await type, await homeExists);
    }

    private static Verdict<DefinedResourceType> Decide(
        Facts facts, Moment moment, DefineResourceTypeRequest request, ScopeId home)
    {
        if (Permission.Needs(facts.Standing, Grants.Admin) is { } refused)
        {
            return refused;
        }

        if (!facts.HomeExists)
        {
            return ScopeReads.Unknown(home);
        }

        if (facts.Type is { } type)
        {
            return type.Ids == request.Ids && type.Home == home
                ? Verdict<DefinedResourceType>.Of(new(type, IsNew: false))
                : Verdict<DefinedResourceType>.Of(
                    new(type with { Ids = request.Ids, Home = home, ChangedIn = moment.Number(0), ChangedAt = moment.Now }, IsNew: false),
                    new ResourceTypeDefined(request.Name, request.Ids, home));
        }

        var number = moment.Number(0);
        return Verdict<DefinedResourceType>.Of(
            new(new(request.Name, request.Ids, home, number, moment.Now, number, moment.Now), IsNew: true),
            new ResourceTypeDefined(request.Name, request.Ids, home));
    }

    private sealed record Facts(Outcome<Standing> Standing, ResourceType? Type, bool HomeExists);
}
