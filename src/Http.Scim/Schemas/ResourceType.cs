namespace Roster.Http.Scim.Schemas;

/// <summary>A type of resource: its schemas, and a root attribute that holds all that a resource of it can have, in order of output.</summary>
internal sealed class ResourceType
{
    public static readonly ResourceType User = new("User", "/Users", UserSchema.Core2, UserSchema.Enterprise);
    public static readonly ResourceType Group = new("Group", "/Groups", GroupSchema.Core2, null);

    public static readonly IReadOnlyList<ResourceType> All = [User, Group];

    private ResourceType(string name, string endpoint, SchemaDocument core, SchemaDocument? extension)
    {
        (Name, Endpoint, Core, ExtensionSchema) = (name, endpoint, core, extension);
        Extension = extension is null ? null : Attributes.Complex(extension.Urn, extension.Description, extension.Attributes);
        Root = Attributes.Complex(
            name,
            core.Description,
            [
                CommonAttributes.Schemas,
                CommonAttributes.Id,
                .. core.Attributes,
                .. Extension is null ? Array.Empty<ScimAttribute>() : [Extension],
                CommonAttributes.Meta,
            ]);
    }

    public string Name { get; }

    public string Endpoint { get; }

    public SchemaDocument Core { get; }

    public SchemaDocument? ExtensionSchema { get; }

    /// <summary>The extension as an attribute that is called by its URN; null where the type has none.</summary>
    public ScimAttribute? Extension { get; }

    public ScimAttribute Root { get; }
}
