namespace Roster.Http.Scim.Schemas;

/// <summary>What every resource has, whatever its type; no schema document lists it.</summary>
internal static class CommonAttributes
{
    public static readonly ScimAttribute Schemas = new("schemas", "The schemas that the resource has attributes of.")
    {
        Type = AttributeType.Reference,
        IsMulti = true,
        IsRequired = true,
        IsAlways = true,
        Mutability = Mutability.ReadOnly,
    };

    public static readonly ScimAttribute Id = new("id", "The server's identifier for the resource.")
    {
        IsCaseExact = true,
        IsAlways = true,
        IsUnique = true,
        Mutability = Mutability.ReadOnly,
    };

    public static readonly ScimAttribute Created = ReadOnly("created", AttributeType.DateTime);
    public static readonly ScimAttribute LastModified = ReadOnly("lastModified", AttributeType.DateTime);
    public static readonly ScimAttribute Location = ReadOnly("location", AttributeType.Reference);
    public static readonly ScimAttribute Kind = ReadOnly("resourceType", AttributeType.Text);
    public static readonly ScimAttribute Version = ReadOnly("version", AttributeType.Text);

    public static readonly ScimAttribute Meta = new("meta", "What the server knows about the resource.")
    {
        Type = AttributeType.Complex,
        Mutability = Mutability.ReadOnly,
        Subs = [Kind, Created, LastModified, Location, Version],
    };

    private static ScimAttribute ReadOnly(string name, AttributeType type) =>
        new(name, "") { Type = type, IsCaseExact = true, Mutability = Mutability.ReadOnly };
}
