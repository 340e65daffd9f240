namespace Roster.Cli.Output;

/// <summary>One thing that is told of each item.</summary>
/// <param name="Name">As JSON, YAML and CSV have it.</param>
/// <param name="Value">Text, truth, number, time, list of texts or JSON; null where there is nothing.</param>
/// <param name="Detail">Not in the table of many, where room is short.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Value, bool Detail = false);
