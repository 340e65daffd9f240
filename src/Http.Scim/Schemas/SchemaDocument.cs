namespace Roster.Http.Scim.Schemas;

/// <summary>A schema as <c>/Schemas</c> describes it.</summary>
internal sealed record SchemaDocument(string Urn, string Name, string Description, IReadOnlyList<ScimAttribute> Attributes);
