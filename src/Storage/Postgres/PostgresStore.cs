namespace Roster.Storage.Postgres;

/// <summary>All accounts in one PostgreSQL database, served by any number of processes.</summary>
public sealed class PostgresStore;
