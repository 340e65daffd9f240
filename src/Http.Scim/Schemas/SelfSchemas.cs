using static Roster.Http.Scim.Schemas.Attributes;

namespace Roster.Http.Scim.Schemas;

/// <summary>The schemas that the discovery documents themselves are in (RFC 7643 §8.7.2); some clients look them up.</summary>
internal static class SelfSchemas
{
    public static readonly SchemaDocument ResourceType = new(
        Urns.ResourceType,
        "ResourceType",
        "Resource Type",
        [
            Shown(Exact("id", "The name of the resource type.")),
            Shown(Exact("name", "The name of the resource type."), required: true),
            Shown(Text("description", "What the resource type is.")),
            Shown(Reference("endpoint", "Where its resources are, below the base address.", "uri"), required: true),
            Shown(Reference("schema", "The URN of its core schema.", "uri"), required: true),
            Shown(Many(
                "schemaExtensions",
                "The schemas that extend it.",
                Shown(Reference("schema", "The URN of the extension.", "uri"), required: true),
                Shown(Flag("required", "Whether each resource has to have it."), required: true))),
        ]);

    public static readonly SchemaDocument Schema = new(
        Urns.Schema,
        "Schema",
        "Schema",
        [
            Shown(Exact("id", "The URN of the schema."), required: true),
            Shown(Exact("name", "The name of the schema."), required: true),
            Shown(Text("description", "What the schema is.")),
            Shown(Many(
                "attributes",
                "The attributes of the schema.",
                [.. AttributeParts(), Shown(Many("subAttributes", "The parts of the attribute.", AttributeParts()))]), required: true),
        ]);

    /// <param name="withPagination">Where it is not told of, its schema is not either.</param>
    public static SchemaDocument ServiceProviderConfig(bool withPagination) => new(
        Urns.ServiceProviderConfig,
        "ServiceProviderConfig",
        "Service Provider Configuration",
        [
            Shown(Reference("documentationUri", "Where the service is described for people.", "external")),
            Shown(Complex("patch", "PATCH.", Supported()), required: true),
            Shown(
                Complex(
                    "bulk",
                    "Many operations in one request.",
                    Supported(),
                    Whole("maxOperations", "Most operations in one request."),
                    Whole("maxPayloadSize", "Most bytes of one request.")),
                required: true),
            Shown(Complex("filter", "Filters.", Supported(), Whole("maxResults", "Most resources in one answer.")), required: true),
            Shown(Complex("changePassword", "Changes of passwords.", Supported()), required: true),
            Shown(Complex("sort", "Sorting.", Supported()), required: true),
            Shown(Complex("etag", "Versions as entity tags.", Supported()), required: true),
            Shown(
                Many(
                    "authenticationSchemes",
                    "How clients say who they are.",
                    Shown(new ScimAttribute("type", "The kind of scheme.") { CanonicalValues = ["oauth", "oauth2", "oauthbearertoken", "httpbasic", "httpdigest"] }, required: true),
                    Shown(Text("name", "The name of the scheme."), required: true),
                    Shown(Text("description", "What the scheme is."), required: true),
                    Shown(Reference("specUri", "The specification of the scheme.", "external")),
                    Shown(Reference("documentationUri", "Where the scheme is described for people.", "external")),
                    Shown(Primary())),
                required: true),
            .. withPagination ? [Pagination()] : Array.Empty<ScimAttribute>(),
        ]);

    private static ScimAttribute Pagination() => Shown(Complex(
        "pagination",
        "How long lists are told in pages.",
        Shown(Flag("cursor", "By cursor."), required: true),
        Shown(Flag("index", "By index."), required: true),
        Shown(Text("defaultPaginationMethod", "Which of them where a request names none.")),
        Whole("defaultPageSize", "Resources in a page where a request names no number.", required: false),
        Whole("maxPageSize", "Most resources in a page.", required: false),
        Whole("cursorTimeout", "The least seconds for which a cursor is good.", required: false)));

    private static ScimAttribute[] AttributeParts() =>
    [
        Shown(Exact("name", "The name of the attribute."), required: true),
        Shown(
            new ScimAttribute("type", "The type of its values.")
            {
                CanonicalValues = ["string", "boolean", "decimal", "integer", "dateTime", "reference", "complex", "binary"],
            },
            required: true),
        Shown(Flag("multiValued", "Whether it can have several values."), required: true),
        Shown(Text("description", "What the attribute is.")),
        Shown(Flag("required", "Whether each resource has to have it.")),
        Shown(Flag("caseExact", "Whether its values are compared with their case.")),
        Shown(new ScimAttribute("mutability", "Whether clients can write it.") { IsCaseExact = true, CanonicalValues = ["readOnly", "readWrite", "immutable", "writeOnly"] }),
        Shown(new ScimAttribute("returned", "When it is shown.") { IsCaseExact = true, CanonicalValues = ["always", "never", "default", "request"] }),
        Shown(new ScimAttribute("uniqueness", "Within what its values are unique.") { IsCaseExact = true, CanonicalValues = ["none", "server", "global"] }),
        Shown(Several(Exact("canonicalValues", "Values that are suggested."))),
        Shown(Several(Exact("referenceTypes", "What it can refer to."))),
    ];

    private static ScimAttribute Supported() => Shown(Flag("supported", "Whether the service can do it."), required: true);

    private static ScimAttribute Whole(string name, string description, bool required = true) =>
        Shown(new ScimAttribute(name, description) { Type = AttributeType.Integer }, required);

    private static ScimAttribute Several(ScimAttribute one) => new(one.Name, one.Description) { IsMulti = true, IsCaseExact = one.IsCaseExact };

    /// <summary>The same, for reading only.</summary>
    private static ScimAttribute Shown(ScimAttribute attribute, bool required = false) => new(attribute.Name, attribute.Description)
    {
        Type = attribute.Type,
        IsMulti = attribute.IsMulti,
        IsRequired = required,
        IsCaseExact = attribute.IsCaseExact,
        Mutability = Mutability.ReadOnly,
        CanonicalValues = attribute.CanonicalValues,
        ReferenceTypes = attribute.ReferenceTypes,
        Subs = attribute.Subs,
    };
}
