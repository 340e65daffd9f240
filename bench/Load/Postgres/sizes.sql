-- What each table and index takes up for a row of its table, and what a user, a membership, a key and an entry of the log cost
-- with everything that belongs to them. For any database of Roster's, after a VACUUM: psql -qAt -f sizes.sql <database>
CREATE TEMP TABLE counted (relation oid PRIMARY KEY, tuples bigint);
INSERT INTO counted SELECT 'accounts'::regclass, count(*) FROM accounts;
INSERT INTO counted SELECT 'scopes'::regclass, count(*) FROM scopes;
INSERT INTO counted SELECT 'users'::regclass, count(*) FROM users;
INSERT INTO counted SELECT 'memberships'::regclass, count(*) FROM memberships;
INSERT INTO counted SELECT 'role_groups'::regclass, count(*) FROM role_groups;
INSERT INTO counted SELECT 'keys'::regclass, count(*) FROM keys;
INSERT INTO counted SELECT 'key_accounts'::regclass, count(*) FROM key_accounts;
INSERT INTO counted SELECT 'key_uses'::regclass, count(*) FROM key_uses;
INSERT INTO counted SELECT 'invitations'::regclass, count(*) FROM invitations;
INSERT INTO counted SELECT 'changes'::regclass, count(*) FROM changes;

SELECT '| table or index | rows of the table | MB | bytes a row |';
SELECT '|---|---|---|---|';
SELECT format('| %s | %s | %s | %s |', name, to_char(tuples, 'FM999,999,999,999'), to_char(bytes / 1e6, 'FM999,990.0'), round(bytes / tuples))
FROM (
    SELECT c.relation, 0 AS place, '**' || c.relation::regclass || '**' AS name, tuples, pg_table_size(c.relation)::numeric AS bytes FROM counted c
    UNION ALL
    SELECT c.relation, 1, x.indexrelid::regclass::text, tuples, pg_relation_size(x.indexrelid)
    FROM counted c JOIN pg_index x ON x.indrelid = c.relation) sizes
WHERE tuples > 0
ORDER BY sum(bytes) OVER (PARTITION BY relation) DESC, relation, place, name;

SELECT '';
SELECT '| kind of change | entries | bytes an entry, in the table |';
SELECT '|---|---|---|';
SELECT format('| %s | %s | %s |', kind, to_char(count(*), 'FM999,999,999,999'), round(avg(pg_column_size(c.*))))
FROM changes c GROUP BY kind ORDER BY count(*) DESC;

-- An entry's share of the log's indexes and of what the pages leave empty is the same for all kinds.
SELECT '';
SELECT '| | bytes, with indexes | in the log | together |';
SELECT '|---|---|---|---|';
SELECT format('| a %s | %s | %s | %s |', what, round(state), round(log), round(state + log))
FROM (
    SELECT what, place, sum(pg_total_relation_size(c.relation) / tuples::numeric) AS state,
        (SELECT avg(pg_column_size(e.*)) FILTER (WHERE e.kind = unit.kind) + pg_total_relation_size('changes') / count(*)::numeric
            - avg(pg_column_size(e.*)) FROM changes e) AS log
    FROM (VALUES (1, 'user', 'UserCreated', '{users}'::regclass[]), (2, 'membership', 'RoleGiven', '{memberships}'),
            (3, 'key', 'KeyMinted', '{keys,key_accounts}')) unit (place, what, kind, relations)
        JOIN counted c ON c.relation = ANY (relations)
    WHERE tuples > 0
    GROUP BY what, place, kind) units
ORDER BY place;

SELECT '';
SELECT format('All: %s MB, of which tables %s MB and indexes %s MB; the log is %s MB of it.',
    round(sum(pg_total_relation_size(relation)) / 1e6), round(sum(pg_table_size(relation)) / 1e6),
    round(sum(pg_indexes_size(relation)) / 1e6), round(pg_total_relation_size('changes') / 1e6))
FROM counted;
