using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Paths;

/// <summary>Where an attribute stands in a resource: in the extension or not, and a part of it or the whole.</summary>
/// <param name="Extension">Null for attributes of the core schema, and where the extension itself is meant.</param>
/// <param name="IsForeign">Another type's attribute, in a query over several types: no resource of this type has a value there.</param>
internal sealed record AttributePath(ScimAttribute? Extension, ScimAttribute Attribute, ScimAttribute? Sub, bool IsForeign = false)
{
    /// <summary>What is meant where one value is wanted: the named part, the attribute's own <c>value</c>, or the attribute itself.</summary>
    public ScimAttribute Leaf => Sub ?? Attribute.Value ?? Attribute;

    /// <summary>Resolves a name as it stands in filters, selections and sorting. Null where there is no such attribute.</summary>
    public static AttributePath? Find(ResourceType type, ReadOnlySpan<char> name)
    {
        if (Unqualified(type, ref name) is not { } schema)
        {
            return null;
        }

        if (name.IsEmpty)
        {
            return schema == type.Extension ? new(null, schema, null) : null;
        }

        var dot = name.IndexOf('.');
        var head = (dot < 0 ? name : name[..dot]).ToString();
        var (extension, attribute) = Find(type, schema, head);
        if (attribute is null || attribute == type.Extension)
        {
            return null;
        }

        if (dot < 0)
        {
            return new(extension, attribute, null);
        }

        return attribute.Sub(name[(dot + 1)..].ToString()) is { } sub ? new(extension, attribute, sub) : null;
    }

    /// <summary>The attribute's value in the resource; null for none.</summary>
    public ScimValue? In(ScimObject resource)
    {
        if (IsForeign)
        {
            return null;
        }

        var place = Extension is null ? resource : resource[Extension] as ScimObject;
        return place?[Attribute];
    }

    public override string ToString() =>
        string.Concat(Extension is null ? "" : Extension.Name + ":", Attribute.Name, Sub is null ? "" : "." + Sub.Name);

    /// <summary>Names without a URN are the core schema's, else the extension's.</summary>
    private static (ScimAttribute? Extension, ScimAttribute? Attribute) Find(ResourceType type, ScimAttribute schema, string name)
    {
        if (schema.Sub(name) is { } own)
        {
            return (schema == type.Extension ? schema : null, own);
        }

        return schema == type.Root && type.Extension?.Sub(name) is { } extended ? (type.Extension, extended) : (null, null);
    }

    /// <summary>Takes a URN off the name, and tells whose attributes the rest names; null for a URN that is not one of the type's.</summary>
    private static ScimAttribute? Unqualified(ResourceType type, ref ReadOnlySpan<char> name)
    {
        if (!name.StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
        {
            return type.Root;
        }

        if (TakeOff(type.Core.Urn, ref name))
        {
            return type.Root;
        }

        return type.Extension is { } extension && TakeOff(extension.Name, ref name) ? extension : null;
    }

    // Entra writes a dot where the colon belongs.
    private static bool TakeOff(string urn, ref ReadOnlySpan<char> name)
    {
        if (!name.StartsWith(urn, StringComparison.OrdinalIgnoreCase) || (name.Length > urn.Length && name[urn.Length] is not (':' or '.')))
        {
            return false;
        }

        name = name.Length > urn.Length ? name[(urn.Length + 1)..] : [];
        return true;
    }
}
