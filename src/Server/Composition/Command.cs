namespace Roster.Server.Composition;

/// <summary>What the program was asked to do.</summary>
internal abstract record Command;

internal sealed record ShowUsage : Command;

/// <param name="Urls">The addresses to listen on; null for those of the configuration.</param>
/// <param name="Demo">Fills an empty store with an example.</param>
internal sealed record Serve(string? Urls = null, bool Demo = false) : Command;

/// <summary>Copies the configured store, a SQLite file, to another file.</summary>
internal sealed record BackUp(string File) : Command;

/// <summary>Copies one store into another, which is empty; both by their addresses.</summary>
internal sealed record CopyStore(string From, string To) : Command;

/// <summary>Spreads the configured store over the nodes of a Citus cluster.</summary>
internal sealed record DistributeStore : Command;
