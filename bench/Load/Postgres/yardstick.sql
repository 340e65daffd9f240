-- Accounts of the yardstick's own, named by numbers because pgbench has no texts to choose from: 1000, and 1001 to 1100. Each
-- has Roster's key under its own name, and 1000 has copies of Roster's first 1,000 users.
INSERT INTO accounts (account, name, revision, created_at, changed_at)
SELECT n::text, name, revision, created_at, changed_at FROM accounts, generate_series(1000, 1100) n WHERE account = 'org-bench';
INSERT INTO keys (account, key_id, number, secret_hash, name, grants, level, labels, created_by, created_at)
SELECT n::text, n::text, number, secret_hash, name, grants, level, labels, created_by, created_at
FROM keys, generate_series(1000, 1100) n WHERE account = 'org-bench';
INSERT INTO key_uses (account, key_id, used_at) SELECT account, key_id, created_at FROM keys WHERE account = key_id;
INSERT INTO users
    (account, user_id, name, fold, given_name, family_name, phone, picture, external_id, user_schema,
     active, pending, verified, number, changed_in, created_at, changed_at)
SELECT '1000', (100000000000000000 + row_number() OVER (ORDER BY number))::text, name, fold, given_name, family_name, phone, picture,
    external_id, user_schema, active, pending, verified, number, changed_in, created_at, changed_at
FROM users WHERE account = 'org-bench' AND deleted_in IS NULL ORDER BY number LIMIT 1000;
