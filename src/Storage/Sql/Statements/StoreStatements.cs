namespace Roster.Storage.Sql.Statements;

internal static class StoreStatements
{
    /// <summary>A write of nothing: where it succeeds, the store can be written.</summary>
    public const string Probe =
        "INSERT INTO store (name, value) VALUES ('probe', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
}
