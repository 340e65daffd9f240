namespace Roster.Tests.Storage.Conformance.Postgres.Sharding;

/// <summary>Citus' catalog, and functions by its names which write down in it what they were called with.</summary>
internal static class CitusStandIn
{
    public const string Script =
        """
        CREATE TABLE pg_dist_partition (logicalrelid regclass PRIMARY KEY, partmethod "char", partkey text, colocationid int, repmodel "char");
        CREATE SEQUENCE colocations;
        CREATE FUNCTION create_distributed_table(
            table_name regclass, distribution_column text, distribution_type text DEFAULT 'hash', colocate_with text DEFAULT 'default')
            RETURNS void LANGUAGE sql AS $$
            INSERT INTO pg_dist_partition
            SELECT table_name, 'h', distribution_column, CASE colocate_with
                WHEN 'default' THEN nextval('colocations')
                ELSE (SELECT colocationid FROM pg_dist_partition WHERE logicalrelid = colocate_with::regclass) END, 's'
            $$;
        CREATE FUNCTION create_reference_table(table_name regclass) RETURNS void LANGUAGE sql AS $$
            INSERT INTO pg_dist_partition VALUES (table_name, 'n', NULL, 0, 't')
            $$;
        CREATE FUNCTION column_to_column_name(table_name regclass, key text) RETURNS text LANGUAGE sql AS 'SELECT key';
        """;
}
