using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim;

/// <summary>How this dialect says no.</summary>
/// <param name="Type">The <c>scimType</c>; null where the status says it all.</param>
/// <param name="Detail">For a person; names the attribute or parameter, never internals.</param>
/// <param name="RetryAfter">Whole seconds, where waiting helps.</param>
internal sealed record ScimError(int Status, string? Type, string Detail, int? RetryAfter = null)
{
    public static ScimError Syntax(string detail) => new(400, "invalidSyntax", detail);

    public static ScimError Value(string detail) => new(400, "invalidValue", detail);

    public static ScimError Filter(string detail) => new(400, "invalidFilter", detail);

    public static ScimError Path(string detail) => new(400, "invalidPath", detail);

    public static ScimError NoTarget(string detail) => new(400, "noTarget", detail);

    public static ScimError Immutable(string detail) => new(400, "mutability", detail);

    public static ScimError TooMany(string detail) => new(400, "tooMany", detail);

    public static ScimError TooLarge(string detail) => new(413, null, detail);

    public static ScimError Taken(string detail) => new(409, "uniqueness", detail);

    /// <summary>The same of a part of the attribute.</summary>
    public ScimError Within(ScimAttribute attribute) => this with { Detail = $"{attribute.Name}.{Detail}" };
}
