-- One of the yardstick's 1,000 users by id: the least that a program can ask PostgreSQL for the same row.
\set id random(100000000000000001, 100000000000001000)
SELECT u.user_id, u.number, u.name, u.fold, u.given_name, u.family_name, u.phone, u.picture, u.external_id, u.user_schema,
    u.active, u.pending, u.verified, u.created_at, u.changed_in, u.changed_at
FROM users u WHERE u.account = :first AND u.deleted_in IS NULL AND u.user_id = :id;
