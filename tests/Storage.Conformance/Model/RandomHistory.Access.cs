using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;

namespace Roster.Tests.Storage.Conformance.Model;

internal sealed partial class RandomHistory
{
    private static readonly Scalar[] Values = [Scalar.Of("x"), Scalar.Of("{}\"'"), Scalar.Of(-0.5), Scalar.Of(1e300), Scalar.Of(true), Scalar.Of(false)];

    private Change? ChangeAccess() => random.Next(8) switch
    {
        0 => new AccessSettingsChanged(
            Coin() ? AccessSettings.Default.SubjectTypes : [new("person", MemberKind.User, (SubjectIdentifier)random.Next(1, 5))], Coin()),
        1 => Living() is { } user ? new UserAttributesSet(user.Id, SomeAttributes()) : null,
        2 => new ResourceTypeDefined(OneOf(Pool.ResourceTypes), (ResourceIds)random.Next(1, 3), AnyPlace()),
        3 => AnyOf([.. model.ResourceTypes.Where(type => !model.Resources.Any(resource => resource.Type == type.Name))]) is { } type
            ? new ResourceTypeRemoved(type.Name)
            : null,
        4 => AnyOf(model.Resources) is { } resource ? new ResourceRemoved(resource.Type, resource.Id) : null,
        _ => AnyOf(model.ResourceTypes) is { } known
            ? new ResourceRegistered(known.Name, OneOf(Pool.ResourceIds), AnyPlace(), SomeAttributes())
            : null,
    };

    private ScopeId AnyPlace() =>
        AnyScope() is { Kind: not ScopeKind.Team } place ? place : ScopeId.Account(model.Id);

    private Attributes SomeAttributes() => Attributes.From(
        Pool.ResourceIds.Where(_ => Coin()).Select(name => KeyValuePair.Create(name, OneOf(Values))).ToList());
}
