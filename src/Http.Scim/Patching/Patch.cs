using System.Text.Json;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Patching;

/// <summary>
/// Applies the operations of a PATCH to a copy of a resource, one after the other, and stops at the first that cannot be.
/// Members of groups are not in the resource: what happens to them is noted in a draft, however many there are.
/// </summary>
internal sealed class Patch
{
    private readonly ScimObject _resource;

    private Patch(ScimObject resource) => _resource = resource;

    public MembersDraft Members { get; } = new();

    /// <param name="resource">Stays as it is.</param>
    /// <param name="patched">The copy, with what the operations made of it.</param>
    /// <param name="members">What is to happen to a group's members.</param>
    public static ScimError? Apply(PatchRequest request, ScimObject resource, out ScimObject patched, out MembersDraft members)
    {
        patched = resource.Copy();
        var patch = new Patch(patched);
        members = patch.Members;
        foreach (var operation in request.Operations)
        {
            if (patch.Apply(operation) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private ScimError? Apply(PatchOperation operation)
    {
        var path = operation.Path;
        if (path.Attribute == GroupSchema.Members)
        {
            return Members.Apply(operation);
        }

        if (path.Attribute.IsReadOnly || path.Sub is { IsReadOnly: true })
        {
            return ScimError.Immutable($"{path.Attribute.Name}: cannot be changed.");
        }

        return path switch
        {
            { Extension: null } when IsExtension(path.Attribute) => ApplyToExtension(operation),
            { Attribute.IsMulti: true } => Place(operation) is var place ? new ValuesPatch(place, operation).Apply() : null,
            { Sub: { } sub } => ApplyToPart(operation, sub),
            { Attribute.IsComplex: true } => ApplyToComplex(operation),
            _ => Set(Place(operation), path.Attribute, operation),
        };
    }

    private static bool IsExtension(ScimAttribute attribute) => attribute == ResourceType.User.Extension;

    /// <summary>Where the attribute is held: in the resource itself, or in its extension.</summary>
    private ScimObject Place(PatchOperation operation) =>
        operation.Path.Extension is { } extension ? _resource.Open(extension) : _resource;

    private ScimError? ApplyToExtension(PatchOperation operation)
    {
        var extension = operation.Path.Attribute;
        if (operation.Verb == PatchVerb.Remove || operation is { Verb: PatchVerb.Replace, IsNull: true })
        {
            _resource[extension] = null;
            return null;
        }

        if (operation.IsNull)
        {
            return null;
        }

        if (operation.Value.ValueKind != JsonValueKind.Object)
        {
            return ScimError.Value($"{extension.Name}: must be an object.");
        }

        foreach (var member in operation.Value.EnumerateObject())
        {
            if (extension.Sub(member.Name) is { } attribute
                && Apply(new(operation.Verb, new(extension, attribute, null, null), member.Value)) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>Merges: the parts that are named are set, the others stay.</summary>
    private ScimError? ApplyToComplex(PatchOperation operation)
    {
        var attribute = operation.Path.Attribute;
        var place = Place(operation);
        if (operation.Verb == PatchVerb.Remove || operation is { Verb: PatchVerb.Replace, IsNull: true })
        {
            place[attribute] = null;
            return null;
        }

        return Complexes.Merge(place, attribute, operation.Value);
    }

    private ScimError? ApplyToPart(PatchOperation operation, ScimAttribute sub)
    {
        var (attribute, place) = (operation.Path.Attribute, Place(operation));
        var whole = place[attribute] as ScimObject ?? new ScimObject();
        var error = Set(whole, sub, operation) ?? Reference.Resolve(attribute, whole, overrides: sub.Name == "$ref");
        if (error is null)
        {
            place[attribute] = whole.IsEmpty ? null : whole;
        }

        return error;
    }

    private static ScimError? Set(ScimObject place, ScimAttribute attribute, PatchOperation operation)
    {
        if (operation.Verb == PatchVerb.Remove)
        {
            if (attribute.IsRequired)
            {
                return ScimError.Immutable($"{attribute.Name}: is required and cannot be removed.");
            }

            place[attribute] = null;
            return null;
        }

        if (operation is { Verb: PatchVerb.Add, IsNull: true })
        {
            return null;
        }

        var error = ValueReader.Read(attribute, operation.Value, out var value);
        if (error is not null)
        {
            return error;
        }

        if (value is null && attribute.IsRequired)
        {
            return ScimError.Value($"{attribute.Name}: is required and must not be empty.");
        }

        place[attribute] = value;
        return null;
    }
}
