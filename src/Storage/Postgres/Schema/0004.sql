-- What provisioners bring along and look for. A key is what an index finds a text by: its beginning, folded where the text is not exact.
-- No release knew more than ASCII of whoever was written before.

ALTER TABLE users ADD COLUMN display_name text COLLATE "C";
ALTER TABLE users ADD COLUMN display_key text COLLATE "C";
ALTER TABLE users ADD COLUMN given_key text COLLATE "C";
ALTER TABLE users ADD COLUMN family_key text COLLATE "C";
ALTER TABLE users ADD COLUMN profile text COLLATE "C";
UPDATE users SET given_key = lower(substr(given_name, 1, 200)) WHERE given_name <> '';
UPDATE users SET family_key = lower(substr(family_name, 1, 200)) WHERE family_name <> '';
CREATE INDEX users_by_given ON users (account, given_key, number)
    WHERE deleted_in IS NULL AND given_key IS NOT NULL AND account <> 'by given';
CREATE INDEX users_by_family ON users (account, family_key, number)
    WHERE deleted_in IS NULL AND family_key IS NOT NULL AND account <> 'by family';
CREATE INDEX users_by_display ON users (account, display_key, number)
    WHERE deleted_in IS NULL AND display_key IS NOT NULL AND account <> 'by display';
CREATE INDEX users_by_external_id ON users (account, substr(external_id, 1, 200), number)
    WHERE deleted_in IS NULL AND external_id IS NOT NULL AND account <> 'by external id';

-- What a living user's profile can be found by, with the user's number.
CREATE TABLE user_terms (
    account text COLLATE "C" NOT NULL,
    user_id text COLLATE "C" NOT NULL,
    kind    smallint NOT NULL,
    value   text COLLATE "C" NOT NULL,
    number  bigint NOT NULL,
    PRIMARY KEY (account, user_id, kind, value)
);
CREATE INDEX user_terms_by_value ON user_terms (account, kind, value, number) WHERE account <> 'by value';

-- Only teams have keys and external ids.
ALTER TABLE scopes ADD COLUMN name_key text COLLATE "C";
ALTER TABLE scopes ADD COLUMN external_id text COLLATE "C";
UPDATE scopes SET name_key = lower(substr(name, 1, 200)) WHERE kind = 5 AND ended_in IS NULL;
CREATE INDEX scopes_by_name_key ON scopes (account, kind, name_key, number)
    WHERE ended_in IS NULL AND name_key IS NOT NULL AND account <> 'by name key';
CREATE INDEX scopes_by_external_id ON scopes (account, kind, substr(external_id, 1, 200), number)
    WHERE ended_in IS NULL AND external_id IS NOT NULL AND account <> 'by external id';

ALTER TABLE role_groups ADD COLUMN external_id text COLLATE "C";
CREATE INDEX role_groups_by_external_id ON role_groups (account, substr(external_id, 1, 200), scope_kind, scope_id, level)
    WHERE external_id IS NOT NULL AND account <> 'by external id';

-- A team's users in the order in which they were created.
CREATE INDEX memberships_of_seats ON memberships (account, scope_id, member_number)
    WHERE scope_kind = 5 AND account <> 'of seats';
