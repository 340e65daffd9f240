namespace Roster.Storage.Sql.Statements;

internal static class KeyStatements
{
    private const string Select =
        """
        SELECT k.key_id, k.number, k.secret_hash, k.name, k.grants, k.level, k.owner, k.labels,
            k.expires_at, k.revoked_at, k.created_by, k.created_at,
            (SELECT t.used_at FROM key_uses t WHERE t.account = $1 AND t.key_id = k.key_id) AS used_at
        FROM keys k
        WHERE k.account = $1
        """;

    public const string Find = $"{Select} AND k.key_id = $2";

    public const string List =
        $"{Select} AND k.{Through.Number} AND k.number > $3 AND (k.revoked_at IS NULL OR k.revoked_at > $2) ORDER BY k.number LIMIT $4";

    public const string AccountOf = "SELECT account FROM key_accounts WHERE key_id = $1";

    public const string Mint =
        """
        INSERT INTO keys
            (account, key_id, secret_hash, name, grants, level, owner, labels, expires_at, created_by, number, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    public const string Place = "INSERT INTO key_accounts (key_id, account) VALUES ($1, $2)";

    public const string Revoke = "UPDATE keys SET revoked_at = $3 WHERE account = $1 AND key_id = $2";

    public const string RevokeOfOwner =
        $"""
        UPDATE keys SET revoked_at = $3
        WHERE account = $1 AND {Through.Owner} AND owner = $2 AND (revoked_at IS NULL OR revoked_at > $3)
        """;

    public const string RevokeAll =
        "UPDATE keys SET revoked_at = $2 WHERE account = $1 AND (revoked_at IS NULL OR revoked_at > $2)";

    public const string NoteUse =
        """
        INSERT INTO key_uses (account, key_id, used_at) VALUES ($1, $2, $3)
        ON CONFLICT (account, key_id) DO UPDATE SET used_at = excluded.used_at WHERE key_uses.used_at < excluded.used_at
        """;
}
