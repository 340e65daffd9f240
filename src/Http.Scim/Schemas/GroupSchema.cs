namespace Roster.Http.Scim.Schemas;

/// <summary>The attributes of groups.</summary>
internal static class GroupSchema
{
    public static readonly ScimAttribute ExternalId = Attributes.Exact("externalId", "The provisioning client's own identifier for the resource.");

    public static readonly ScimAttribute DisplayName = new("displayName", "The group's name, unique in the account whatever its case.")
    {
        IsRequired = true,
        IsUnique = true,
    };

    public static readonly ScimAttribute Members = Attributes.Many(
        "members",
        "Who is in the group.",
        new ScimAttribute("value", "The member's id.") { IsCaseExact = true, Mutability = Mutability.Immutable },
        new ScimAttribute("$ref", "Where the member is.")
        {
            Type = AttributeType.Reference,
            IsCaseExact = true,
            ReferenceTypes = ["User", "Group"],
            Mutability = Mutability.Immutable,
        },
        new ScimAttribute("type", "What the member is.") { CanonicalValues = ["User"], Mutability = Mutability.Immutable },
        new ScimAttribute("display", "The member's displayName.") { Mutability = Mutability.ReadOnly });

    public static readonly SchemaDocument Core2 = new(Urns.Group, "Group", "Group", [ExternalId, DisplayName, Members]);
}
