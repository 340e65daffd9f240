using Roster.Core.Values;

namespace Roster.Storage.Sql.Replaying;

/// <summary>Every state row of an account as text, so that two stores can be compared row for row.</summary>
internal static class StateDump
{
    /// <summary>Memberships that an ended scope has left behind are not reachable, and so are no state.</summary>
    private const string ReachableMemberships =
        """
        memberships AS t WHERE NOT EXISTS (
            SELECT 1 FROM scopes s
            WHERE s.account = t.account AND s.kind = t.scope_kind AND s.scope_id = t.scope_id AND s.ended_in IS NOT NULL) AND
        """;

    private static readonly (string From, string[] Columns, string Order)[] Tables =
    [
        ("accounts WHERE", ["account", "name", "revision", "created_at", "changed_at", "closed_at"], "account"),
        (
            "scopes WHERE",
            ["kind", "scope_id", "parent_kind", "parent_id", "number", "name", "service", "settings", "created_at", "changed_in", "changed_at", "ended_in"],
            "kind, scope_id"),
        (
            "users WHERE",
            ["user_id", "number", "name", "fold", "given_name", "family_name", "phone", "picture", "external_id", "user_schema", "active", "pending", "verified", "created_at", "changed_in", "changed_at", "deleted_in"],
            "user_id"),
        (
            ReachableMemberships,
            ["scope_kind", "scope_id", "member_kind", "member_id", "number", "member_number", "member_active", "role", "level", "cascades", "until_at", "created_at", "given_by", "door", "changed_in", "changed_at"],
            "scope_kind, scope_id, member_kind, member_id"),
        ("role_groups WHERE", ["scope_kind", "scope_id", "level", "changed_in", "changed_at"], "scope_kind, scope_id, level"),
        (
            "keys WHERE",
            ["key_id", "number", "secret_hash", "name", "grants", "level", "owner", "labels", "expires_at", "revoked_at", "created_by", "created_at"],
            "key_id"),
        (
            "invitations WHERE",
            ["invitation_id", "user_id", "fold", "secret_hash", "created_at", "expires_at", "ended_at"],
            "invitation_id"),
        (
            "changes WHERE",
            ["revision", "set_first", "token", "at", "actor", "door", "kind", "version", "facts", "personal"],
            "revision"),
    ];

    /// <summary>Built once: an engine keeps a prepared statement for every text that it has seen.</summary>
    private static readonly string[] Texts = [.. Tables.Select(table =>
        $"SELECT {string.Join(", ", table.Columns.Select(Cast))} FROM {table.From} account = $1 ORDER BY {table.Order}")];

    public static ValueTask<List<string>> DumpStateAsync(
        this ISqlStore store, AccountId account, CancellationToken cancellationToken) =>
        store.QueryAsync(
            async sql =>
            {
                var rows = new List<string>();
                for (var i = 0; i < Tables.Length; i++)
                {
                    var (from, columns, _) = Tables[i];
                    rows.AddRange(await sql.ManyAsync(Texts[i], row => Show(row, from.Split(' ')[0], columns), account.Value));
                }

                return rows;
            },
            cancellationToken);

    private static string Cast(string column) => column == "secret_hash" ? column : $"CAST({column} AS text)";

    private static string Show(IRow row, string table, string[] columns) =>
        table + " " + string.Join(" ", columns.Select((column, i) => $"{column}={Show(row, i, column)}"));

    private static string Show(IRow row, int i, string column) =>
        row.IsNull(i) ? "null" : column == "secret_hash" ? Convert.ToHexString(row.Bytes(i)) : $"'{row.Text(i)}'";
}
