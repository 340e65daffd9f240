namespace Roster.Storage.Sql;

/// <summary>A change that does not meet exactly its row contradicts the tables: a rule is wrong, and nothing is written.</summary>
internal sealed class UnexpectedRowsException(int rows) : Exception($"A statement met {rows} rows instead of one.");
