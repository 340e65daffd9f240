using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Roster.Storage.Sqlite;
using Roster.Testing.Stores;

namespace Roster.Testing;

/// <summary>What a test wants of its server beside the defaults.</summary>
public sealed record ServerOptions
{
    /// <summary>By the names of the environment: <c>ROSTER_RATE_LIMIT</c> and so on.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Adds to the server's services, or replaces some.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>How long it goes on answering once it is told to stop.</summary>
    public TimeSpan Drain { get; init; }

    /// <summary>Named by tests that are about one engine; the others run on whichever <c>ROSTER_TEST_STORE</c> names, or SQLite.</summary>
    public TestEngine Engine { get; init; } = TestStore.ChosenEngine;

    /// <summary>How far a commit of SQLite goes before it is answered.</summary>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>Sees everything that is logged, at every level but those that the server's defaults shut out.</summary>
    public ILoggerProvider? Logs { get; init; }
}
