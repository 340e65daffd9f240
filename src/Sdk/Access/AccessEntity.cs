using System.Text.Json;

namespace Roster.Sdk.Access;

/// <summary>Who wants to do something, or what it is to be done to.</summary>
/// <param name="Type">One of the account's subject types, as <c>user</c>; or a kind of place, or one of its resource types.</param>
public sealed record AccessEntity(string Type, string Id)
{
    /// <summary>An object: what else is known of it, for conditions to ask.</summary>
    public JsonElement? Properties { get; init; }
}

/// <summary>What is to be done.</summary>
/// <param name="Name">Of a permission.</param>
public sealed record AccessAction(string Name)
{
    /// <summary>An object: how it is to be done.</summary>
    public JsonElement? Properties { get; init; }

    public static implicit operator AccessAction(string name) => new(name);
}

/// <summary>May the subject do that to the resource?</summary>
public sealed record AccessQuestion(AccessEntity Subject, AccessAction Action, AccessEntity Resource)
{
    /// <summary>An object: what else there is to know.</summary>
    public JsonElement? Context { get; init; }
}
