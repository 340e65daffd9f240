namespace Roster.Tests.Storage.Conformance.Postgres.Plans;

/// <summary>
/// Rows that lead a planner astray: one account is big among many with a single user, all users reach all groups through the
/// account, one user is in every scope, and one group has everybody.
/// </summary>
internal static class Crowd
{
    public const string Big = "org-big";
    public const string Small = "org-small";
    public const int BigUsers = 20_000;

    /// <summary>Enough for a page that is not the first.</summary>
    public const int SmallUsers = 400;

    public static string Account(string account, int users) =>
        $"""
        INSERT INTO accounts SELECT '{account}', 'n', {users * 3}, 1, 1, NULL;
        INSERT INTO scopes
            SELECT '{account}', kind, prefix || i, 1, '{account}', i, 'Scope ' || i, NULL, NULL, 1, 1, 1, CASE WHEN i % 5 = 0 THEN i END
            FROM (VALUES (2, 'org-o'), (3, 'group_')) k (kind, prefix), generate_series(1, {users / 10}) i;
        INSERT INTO users
            SELECT '{account}', 'user-' || i, i, 'n' || i, 'n' || i, NULL, NULL, NULL, NULL, 'x' || i, NULL, (i % 50 <> 0)::int, 0, 0, 1, 1, 1,
                CASE WHEN i % 20 = 0 THEN i END
            FROM generate_series(1, {users}) i;
        UPDATE users SET given_key = 'given ' || number, family_key = 'family ' || number, display_key = 'display ' || number, external_id = 'x' || number
            WHERE account = '{account}';
        INSERT INTO user_terms SELECT account, user_id, 1, 't' || number, number FROM users WHERE account = '{account}' AND deleted_in IS NULL;
        INSERT INTO memberships
            SELECT '{account}', 1, '{account}', 1, user_id, number, number, active, CASE WHEN number <= 3 THEN 'Owner' ELSE 'Reviewer' END,
                CASE WHEN number <= 3 THEN 3 ELSE 1 END, 1, CASE WHEN number % 9 = 0 THEN 1000 END, 1, 'key:x', 1, 1, 1
            FROM users WHERE account = '{account}' AND deleted_in IS NULL;
        INSERT INTO memberships
            SELECT '{account}', kind, scope_id, 1, 'user-1', {users} + kind * {users} + number, 1, 1, 'Manage', 3, 0, NULL, 1, 'key:x', 1, 1, 1
            FROM scopes WHERE account = '{account}';
        INSERT INTO memberships
            SELECT '{account}', 3, 'group_1', 1, user_id, {users * 5} + number, number, active, 'View', 1, 0, NULL, 1, 'key:x', 1, 1, 1
            FROM users WHERE account = '{account}' AND number % 2 = 0;
        INSERT INTO scopes
            SELECT '{account}', 5, 'team-' || i, 1, '{account}', i, 'Team ' || i, NULL, NULL, 1, 1, 1, NULL FROM generate_series(1, {users / 10}) i;
        INSERT INTO memberships
            SELECT '{account}', 5, 'team-1', 1, user_id, {users * 7} + number, number, active, 'Team Member', 2, 0, NULL, 1, 'key:x', 1, 1, 1
            FROM users WHERE account = '{account}' AND deleted_in IS NULL;
        INSERT INTO memberships
            SELECT '{account}', 3, 'group_1', 2, scope_id, {users * 9} + number, number, 1, CASE WHEN number = 7 THEN 'Janitor' ELSE 'View Destination' END,
                1, 0, NULL, 1, 'key:x', 1, 1, 1
            FROM scopes WHERE account = '{account}' AND kind = 5 AND number < 9;
        INSERT INTO keys
            SELECT '{account}', '{account}' || i, i, 'x', 'k', 7, 3, CASE WHEN i % 2 = 0 THEN 'user-' || i END, '[]', NULL, NULL, 'x', 1
            FROM generate_series(1, {users / 2}) i;
        INSERT INTO key_accounts SELECT key_id, account FROM keys WHERE account = '{account}';
        INSERT INTO key_uses SELECT account, key_id, 1 FROM keys WHERE account = '{account}';
        INSERT INTO invitations
            SELECT '{account}', 'inv-' || i, 'user-' || i, 'n' || i, 'x', 1, 2, CASE WHEN i % 2 = 0 THEN 3 END FROM generate_series(1, {users / 4}) i;
        INSERT INTO resource_types SELECT '{account}', 'type-' || i, i, 1, 1, '{account}', 1, 1, 1 FROM generate_series(1, 10) i;
        INSERT INTO resources SELECT '{account}', 'record', 'r-' || i, i, 3, 'group_' || (i % 10), 'x', 1, 1, 1 FROM generate_series(1, {users}) i;
        UPDATE scopes SET name_key = 'team ' || number, external_id = 't' || number WHERE account = '{account}' AND kind = 5;
        INSERT INTO role_groups SELECT '{account}', 2, 'org-o' || i, 1, 1, 1, 'o' || i FROM generate_series(1, {users / 10}) i;
        INSERT INTO changes SELECT '{account}', i, i, i::text, 1, 'key:x', 1, 'UserCreated', 1, 'facts', NULL FROM generate_series(1, {users * 3}) i;
        """;

    /// <summary>Accounts of one user each.</summary>
    public static string SingleUsers(int accounts) =>
        $"""
        INSERT INTO accounts SELECT 'org-' || i, 'n', 3, 1, 1, NULL FROM generate_series(1, {accounts}) i;
        INSERT INTO scopes SELECT account, 3, 'group_1', 1, account, 3, 'Scope 1', NULL, NULL, 1, 1, 1, NULL FROM accounts WHERE revision = 3;
        INSERT INTO users SELECT account, 'user-1', 1, 'n1', 'n1', NULL, NULL, NULL, NULL, NULL, NULL, 1, 0, 0, 1, 1, 1, NULL
            FROM accounts WHERE revision = 3;
        INSERT INTO memberships SELECT account, 1, account, 1, 'user-1', 1, 1, 1, 'Owner', 3, 1, NULL, 1, 'key:x', 1, 1, 1
            FROM accounts WHERE revision = 3;
        INSERT INTO keys SELECT account, account, 1, 'x', 'k', 7, 3, NULL, '[]', NULL, NULL, 'x', 1 FROM accounts WHERE revision = 3;
        INSERT INTO changes SELECT account, i, i, i::text, 1, 'key:x', 1, 'UserCreated', 1, 'facts', NULL
            FROM accounts, generate_series(1, 3) i WHERE accounts.revision = 3;
        """;
}
