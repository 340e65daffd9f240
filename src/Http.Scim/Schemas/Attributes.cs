namespace Roster.Http.Scim.Schemas;

/// <summary>The kinds of attribute that the schemas are put together from.</summary>
internal static class Attributes
{
    public const int MaxUrl = 4_096;

    public static ScimAttribute Text(string name, string description) => new(name, description);

    public static ScimAttribute Exact(string name, string description) => new(name, description) { IsCaseExact = true };

    public static ScimAttribute Flag(string name, string description, bool required = false) =>
        new(name, description) { Type = AttributeType.Boolean, IsRequired = required };

    public static ScimAttribute Complex(string name, string description, params IReadOnlyList<ScimAttribute> subs) =>
        new(name, description) { Type = AttributeType.Complex, Subs = subs };

    public static ScimAttribute Many(string name, string description, params IReadOnlyList<ScimAttribute> subs) =>
        new(name, description) { Type = AttributeType.Complex, IsMulti = true, Subs = subs };

    public static ScimAttribute Reference(string name, string description, params IReadOnlyList<string> types) => new(name, description)
    {
        Type = AttributeType.Reference,
        IsCaseExact = true,
        ReferenceTypes = types,
        MaxLength = MaxUrl,
    };

    public static ScimAttribute Kind(params IReadOnlyList<string> canonical) =>
        new("type", "What the value is for.") { CanonicalValues = canonical };

    public static ScimAttribute Primary() => Flag("primary", "True for the one value that is preferred; at most one is.");
}
