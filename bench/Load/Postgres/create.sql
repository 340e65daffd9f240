-- One create as a plain program would do it: what Roster reads, decides on and writes for one POST /v1/users, statement by
-- statement in a transaction of its own. No colon stands before a word that pgbench would take for a variable.
\set account random(:first, :last)
BEGIN;
SELECT account, name, revision, created_at, changed_at, closed_at FROM accounts WHERE account = :account FOR UPDATE \gset was_
\set number :was_revision + 1
\set last_number :was_revision + 2
SELECT k.key_id, k.number, k.secret_hash, k.name, k.grants, k.level, k.owner, k.labels,
    k.expires_at, k.revoked_at, k.created_by, k.created_at, t.used_at
FROM keys k LEFT JOIN key_uses t ON t.account = k.account AND t.key_id = k.key_id
WHERE k.account = :account AND k.key_id = :account;
SELECT u.user_id, u.number, u.name, u.fold, u.given_name, u.family_name, u.phone, u.picture, u.external_id, u.user_schema,
    u.active, u.pending, u.verified, u.created_at, u.changed_in, u.changed_at
FROM users u WHERE u.account = :account AND u.deleted_in IS NULL AND u.fold = :number::bigint || '@example.com';
SELECT user_id FROM users
WHERE account = :account AND fold = :number::bigint || '@example.com' AND deleted_in IS NOT NULL
ORDER BY deleted_in DESC LIMIT 1;
INSERT INTO users
    (account, user_id, name, fold, given_name, family_name, phone, picture, external_id, user_schema,
     active, pending, verified, number, changed_in, created_at, changed_at)
VALUES (:account, 'user-' || lpad(:number::bigint::text, 21, '0'), :number::bigint || '@example.com', :number::bigint || '@example.com',
    'Ada', 'Byron', NULL, NULL, NULL, NULL, 1, 1, 0, :number, :number, 1795331660280413, 1795331660280413);
INSERT INTO changes (account, revision, set_first, token, at, actor, door, kind, version, facts, personal)
VALUES (:account, :number, :number, lpad(:number::bigint::text, 21, '0'), 1795331660280413, 'key BenchKey01', 2, 'UserCreated', 1,
    '{"user": "user-' || lpad(:number::bigint::text, 21, '0') || '", "active": true, "pending": true}',
    '{"name": "' || :number::bigint || '@example.com", "fold": "' || :number::bigint || '@example.com", "givenName": "Ada", "familyName": "Byron"}');
INSERT INTO invitations (account, invitation_id, user_id, fold, secret_hash, expires_at, created_at)
VALUES (:account, 'invitation-' || lpad(:number::bigint::text, 21, '0'), 'user-' || lpad(:number::bigint::text, 21, '0'),
    :number::bigint || '@example.com', '\x1b6448b8c85f2c4c595c414a490187afd3a97fb4598074a8fd9dff870a38d975', 1795936460280413, 1795331660280413);
INSERT INTO changes (account, revision, set_first, token, at, actor, door, kind, version, facts, personal)
VALUES (:account, :last_number, :number, NULL, 1795331660280413, 'key BenchKey01', 2, 'InvitationIssued', 1,
    '{"user": "user-' || lpad(:number::bigint::text, 21, '0') || '", "hash": "GzZIuMhfLExZXEFKSQGvhNOpf7RZh0qBj9nf+HCjdZg=", "expiresAt": 1795936460280413, "invitation": "invitation-'
        || lpad(:number::bigint::text, 21, '0') || '"}',
    '{"name": "' || :number::bigint || '@example.com", "fold": "' || :number::bigint || '@example.com"}');
UPDATE accounts SET revision = :last_number, changed_at = 1795331660280413 WHERE account = :account AND revision = :was_revision;
COMMIT;
