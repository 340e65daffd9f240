using Roster.Testing;

namespace Roster.Tests.Http.WhyLabs.Contract;

/// <summary>One request in a fresh <see cref="World"/>, and the whole answer.</summary>
/// <param name="Request">Method and target, with <c>{a}</c> for the account's path and <c>{org}</c> for its id.</param>
/// <param name="Json">Every member of the body; <c>{id}</c> is the request's id.</param>
public sealed record Case(string Name, string Request, int Status, string Json)
{
    public const string RequestId = "request-1";

    public string? Body { get; init; }

    /// <summary>What changes the world first.</summary>
    internal Func<World, Task>? Before { get; init; }

    /// <summary>Who asks; the account's admin key unless it says so.</summary>
    internal Func<World, Task<Knocking>>? By { get; init; }

    /// <summary>What another GET answers afterwards.</summary>
    internal (string Target, string Json)? Then { get; init; }

    public override string ToString() => Name;

    public static string Error(string type, string message, string? parameter = null) => parameter is null
        ? $$"""{"message":"{{message}}","requestId":"{id}","type":"{{type}}"}"""
        : $$"""{"message":"{{message}}","requestId":"{id}","type":"{{type}}","parameter":"{{parameter}}"}""";

    public static string Bad(string parameter, string problem) => Error("ArgumentValue", $"{parameter} {problem}", parameter);

    public static string Unknown(string kind, string id) => Error("ResourceNotFound", $"Resource {kind} with ID {id} not found.");
}
