namespace Roster.Http;

/// <summary>Another form than JSON in which a route reads bodies.</summary>
/// <param name="MediaTypes">Lower case.</param>
/// <param name="ToJson">Says the same in JSON; throws a <see cref="FormatException"/> that tells the client what is wrong.</param>
public sealed record BodyForm(IReadOnlyList<string> MediaTypes, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> ToJson);
