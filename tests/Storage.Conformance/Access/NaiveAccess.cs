using Roster.Core.Access;
using Roster.Core.Access.Granting;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Testing.Access;
using Roster.Tests.Storage.Conformance.Model;

namespace Roster.Tests.Storage.Conformance.Access;

/// <summary>What the contract says of access, read aloud over the model's lists. No code of the product answers here.</summary>
internal sealed class NaiveAccess(ModelAccount model, Instant now)
{
    private static readonly string[] Reserved = ["userName", "email", "externalId"];

    public bool Permits(Asked asked) => Permitted(asked).Contains(asked.Action);

    /// <summary>Every action that the subject may do to the resource as asked.</summary>
    public IReadOnlySet<string> Permitted(Asked asked)
    {
        if (model.ClosedAt is not null || FindSubject(asked) is not { } subject || FindPlace(asked) is not { } place)
        {
            return new HashSet<string>();
        }

        var naive = NaiveCondition.Of(
            asked.Question,
            asked.SubjectProperties.Where(value => !Reserved.Contains(value.Key)).ToDictionary(),
            KeptOf(subject.User),
            asked.ResourceProperties,
            Plain(place.Kept),
            asked.ActionProperties,
            asked.Context);
        var grants =
            from held in model.Memberships
            where held.IsThereAt(now) && place.Scopes.Contains(held.Membership.Scope)
            where held.Membership.Member == subject.Id || TeamsOf(subject.Id).Contains(held.Membership.Member)
            from grant in PermissionsOf(held.Membership.Role)
            where grant.On is null || grant.On == asked.Question.Resource.Type
            where grant.When is null || naive.Holds(grant.When.Entries)
            select grant.Action;
        return grants.ToHashSet();
    }

    /// <summary>Everybody of the type who may, by what names them, in the order of their ids.</summary>
    public IReadOnlyList<string> Subjects(Asked asked) =>
    [
        .. from candidate in CandidatesOf(asked.Question.Subject.Type)
           where Permits(asked with { Subject = candidate.Name, SubjectProperties = new Dictionary<string, object?>() })
           orderby candidate.Id
           select candidate.Name,
    ];

    public IReadOnlyList<string> Resources(Asked asked)
    {
        var type = asked.Question.Resource.Type;
        var ids = type switch
        {
            "account" => [model.Id.Value],
            "organization" => Ids(ScopeKind.Organization),
            "group" => Ids(ScopeKind.Group),
            "connector" => Ids(ScopeKind.Connector),
            _ => model.Resources.Where(resource => resource.Type == type).Select(resource => resource.Id),
        };
        return [.. ids
            .Where(id => Permits(asked with { Resource = id, ResourceProperties = new Dictionary<string, object?>() }))
            .OrderBy(System.Text.Encoding.UTF8.GetBytes, Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))];
    }

    private IEnumerable<string> Ids(ScopeKind kind) => model.Scopes.Where(scope => scope.Id.Kind == kind).Select(scope => scope.Id.Id);

    private IEnumerable<(SortKey Id, string Name)> CandidatesOf(string typeName)
    {
        if (SettingsNow.SubjectTypes.SingleOrDefault(type => type.Name == typeName) is not { } type)
        {
            return [];
        }

        return type.Kind == MemberKind.Team
            ? Ids(ScopeKind.Team).Select(id => (new SortKey(id), id))
            : from user in model.Users
              let name = NameOf(user, type.Identifier)
              where name is not null
              where type.Identifier != SubjectIdentifier.ExternalId || model.Users.Count(other => other.ExternalId == name) == 1
              select (new SortKey(user.Id.Value), name);
    }

    private AccessSettings SettingsNow => model.AccessSettings?.Settings ?? AccessSettings.Default;

    private (MemberId Id, User? User)? FindSubject(Asked asked)
    {
        var id = asked.Question.Subject.Id;
        if (SettingsNow.SubjectTypes.SingleOrDefault(type => type.Name == asked.Question.Subject.Type) is not { } type)
        {
            return null;
        }

        if (type.Kind == MemberKind.Team)
        {
            return Ids(ScopeKind.Team).Contains(id) ? (MemberId.Team(id), null) : null;
        }

        var named = model.Users.Where(user => NameOf(user, type.Identifier) is { } name
            && (type.Identifier == SubjectIdentifier.Email ? name == UserName.FoldOf(id) : name == id)).ToList();
        return named is [{ Active: true } only] ? (MemberId.User(only.Id), only) : null;
    }

    private static string? NameOf(User user, SubjectIdentifier identifier) => identifier switch
    {
        SubjectIdentifier.Id => user.Id.Value,
        SubjectIdentifier.UserName => user.Name.Given,
        SubjectIdentifier.Email => user.Name.Given.Contains('@') ? user.Name.Fold : null,
        _ => user.ExternalId,
    };

    private (IReadOnlyList<ScopeId> Scopes, Attributes? Kept)? FindPlace(Asked asked)
    {
        var (type, id) = (asked.Question.Resource.Type, asked.Question.Resource.Id);
        ScopeId? place = type switch
        {
            "account" => ScopeId.Account(new(id)),
            "organization" => ScopeId.Organization(id),
            "group" => ScopeId.Group(id),
            "connector" => ScopeId.Connector(id),
            _ => null,
        };
        var registered = model.Resources.SingleOrDefault(resource => resource.Type == type && resource.Id == id);
        var defined = model.ResourceTypes.SingleOrDefault(known => known.Name == type);
        place ??= defined is null ? null : registered?.Scope ?? (defined.Ids == ResourceIds.Any ? defined.Home : null);
        var scopes = new List<ScopeId>();
        while (place is { Kind: not ScopeKind.Account } here)
        {
            if (model.Scopes.SingleOrDefault(scope => scope.Id == here) is not { } scope)
            {
                return null;
            }

            scopes.Add(here);
            place = scope.Parent;
        }

        return place == ScopeId.Account(model.Id) ? ([.. scopes, place.Value], registered?.Attributes) : null;
    }

    private IEnumerable<MemberId> TeamsOf(MemberId user) =>
        from held in model.Memberships
        where held.IsThereAt(now) && held.Membership.Member == user && held.Membership.Scope.Kind == ScopeKind.Team
        select MemberId.Team(held.Membership.Scope.Id);

    private IReadOnlyList<Grant> PermissionsOf(string role) =>
        StandardRoles.Find(role)?.Permissions ?? model.Roles.SingleOrDefault(custom => custom.Role.Name == role)?.Role.Permissions ?? [];

    private Dictionary<string, object?> KeptOf(User? user)
    {
        var kept = user is null ? [] : Plain(model.Attributes.GetValueOrDefault(user.Id));
        if (user is not null)
        {
            kept["userName"] = user.Name.Given;
            kept["email"] = NameOf(user, SubjectIdentifier.Email);
            kept["externalId"] = user.ExternalId;
        }

        return kept;
    }

    private static Dictionary<string, object?> Plain(Attributes? attributes) =>
        attributes?.Values.ToDictionary(value => value.Key, value => (object?)Asked.Plain(value.Value)) ?? [];

    /// <summary>Orders ids by bytes; they are ASCII here.</summary>
    private readonly record struct SortKey(string Id) : IComparable<SortKey>
    {
        public int CompareTo(SortKey other) => string.CompareOrdinal(Id, other.Id);
    }
}
