namespace Roster.Storage.Sql.Statements;

internal static class InvitationStatements
{
    private const string Select =
        """
        SELECT invitation_id, user_id, fold, secret_hash, created_at, expires_at, ended_at
        FROM invitations
        WHERE account = $1
        """;

    public const string Find = $"{Select} AND invitation_id = $2";

    public const string FindOpen = $"{Select} AND {Through.User} AND user_id = $2 AND ended_at IS NULL";

    public const string Issue =
        """
        INSERT INTO invitations (account, invitation_id, user_id, fold, secret_hash, expires_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """;

    public const string End =
        "UPDATE invitations SET ended_at = $3 WHERE account = $1 AND invitation_id = $2 AND ended_at IS NULL";

    public const string EndOfUser =
        $"UPDATE invitations SET ended_at = $3 WHERE account = $1 AND {Through.User} AND user_id = $2 AND ended_at IS NULL";

    public const string EndAll = "UPDATE invitations SET ended_at = $2 WHERE account = $1 AND ended_at IS NULL";
}
