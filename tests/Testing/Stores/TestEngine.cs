namespace Roster.Testing.Stores;

/// <summary>What a test server keeps its accounts in.</summary>
public enum TestEngine
{
    Sqlite,
    Postgres,
}
