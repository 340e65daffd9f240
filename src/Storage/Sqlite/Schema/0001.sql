-- Ids are TEXT compared by bytes, times microseconds since 1970 UTC, kinds, levels and doors the numbers of their enums.
-- Numbers are revisions: a row's number is the revision that created it.

PRAGMA application_id = 0x526F7374;

-- ---------------------------------------------------------------- state: written only by applying changes

CREATE TABLE accounts (
    account    TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    revision   INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    closed_at  INTEGER
) STRICT, WITHOUT ROWID;

-- An ended scope stays, so that its id is not given again and its memberships are known to be unreachable.
CREATE TABLE scopes (
    account     TEXT NOT NULL,
    kind        INTEGER NOT NULL,
    scope_id    TEXT NOT NULL,
    parent_kind INTEGER NOT NULL,
    parent_id   TEXT NOT NULL,
    number      INTEGER NOT NULL,
    name        TEXT NOT NULL,
    service     TEXT,
    settings    TEXT,
    created_at  INTEGER NOT NULL,
    changed_in  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    ended_in    INTEGER,
    PRIMARY KEY (account, kind, scope_id)
) STRICT;
CREATE INDEX scopes_by_number ON scopes (account, kind, number) WHERE ended_in IS NULL;
CREATE INDEX scopes_by_parent ON scopes (account, kind, parent_kind, parent_id, number) WHERE ended_in IS NULL;
CREATE INDEX scopes_by_name ON scopes (account, kind, name, number) WHERE ended_in IS NULL;

-- A deleted user stays with nothing personal but the fold, which revival looks for.
CREATE TABLE users (
    account     TEXT NOT NULL,
    user_id     TEXT NOT NULL,
    number      INTEGER NOT NULL,
    name        TEXT NOT NULL,
    fold        TEXT NOT NULL,
    given_name  TEXT,
    family_name TEXT,
    phone       TEXT,
    picture     TEXT,
    external_id TEXT,
    user_schema TEXT,
    active      INTEGER NOT NULL,
    pending     INTEGER NOT NULL,
    verified    INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_in  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    deleted_in  INTEGER,
    PRIMARY KEY (account, user_id)
) STRICT;
CREATE UNIQUE INDEX users_by_fold ON users (account, fold) WHERE deleted_in IS NULL;
CREATE INDEX users_deleted_by_fold ON users (account, fold, deleted_in) WHERE deleted_in IS NOT NULL;
CREATE INDEX users_by_number ON users (account, number) WHERE deleted_in IS NULL;
CREATE INDEX users_by_active ON users (account, active, number) WHERE deleted_in IS NULL;

-- member_number and member_active are the member's own, kept here so that a group's users need no look at all of an account's.
CREATE TABLE memberships (
    account       TEXT NOT NULL,
    scope_kind    INTEGER NOT NULL,
    scope_id      TEXT NOT NULL,
    member_kind   INTEGER NOT NULL,
    member_id     TEXT NOT NULL,
    number        INTEGER NOT NULL,
    member_number INTEGER NOT NULL,
    member_active INTEGER NOT NULL,
    role          TEXT NOT NULL,
    level         INTEGER NOT NULL,
    cascades      INTEGER NOT NULL,
    until_at      INTEGER,
    created_at    INTEGER NOT NULL,
    given_by      TEXT NOT NULL,
    door          INTEGER NOT NULL,
    changed_in    INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL,
    PRIMARY KEY (account, scope_kind, scope_id, member_kind, member_id)
) STRICT;
CREATE INDEX memberships_by_number ON memberships (account, number);
-- With the scope's kind in it, ending a user's roles needs no other index; else the planner, which knows no sizes, walks the account.
CREATE INDEX memberships_by_member ON memberships (account, member_kind, member_id, number, scope_kind);
CREATE INDEX memberships_by_scope ON memberships (account, scope_kind, scope_id, number);
CREATE INDEX memberships_by_level ON memberships (account, scope_kind, scope_id, level, member_kind, member_id);
CREATE INDEX memberships_of_groups ON memberships (account, scope_id, member_active, member_number)
    WHERE scope_kind = 3 AND member_kind = 1;
CREATE INDEX memberships_cascading ON memberships (account, scope_id, member_active, member_number)
    WHERE scope_kind = 1 AND member_kind = 1 AND cascades = 1;

CREATE INDEX memberships_by_end ON memberships (account, until_at) WHERE until_at IS NOT NULL;

-- What SCIM shows as groups: everyone of one level in the account or an organization.
CREATE TABLE role_groups (
    account    TEXT NOT NULL,
    scope_kind INTEGER NOT NULL,
    scope_id   TEXT NOT NULL,
    level      INTEGER NOT NULL,
    changed_in INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (account, scope_kind, scope_id, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE keys (
    account     TEXT NOT NULL,
    key_id      TEXT NOT NULL,
    number      INTEGER NOT NULL,
    secret_hash BLOB NOT NULL,
    name        TEXT NOT NULL,
    grants      INTEGER NOT NULL,
    level       INTEGER NOT NULL,
    owner       TEXT,
    labels      TEXT NOT NULL,
    expires_at  INTEGER,
    revoked_at  INTEGER,
    created_by  TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    PRIMARY KEY (account, key_id)
) STRICT;
CREATE INDEX keys_by_number ON keys (account, number);
CREATE INDEX keys_by_owner ON keys (account, owner) WHERE owner IS NOT NULL;

CREATE TABLE invitations (
    account       TEXT NOT NULL,
    invitation_id TEXT NOT NULL,
    user_id       TEXT NOT NULL,
    fold          TEXT NOT NULL,
    secret_hash   BLOB NOT NULL,
    created_at    INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    ended_at      INTEGER,
    PRIMARY KEY (account, invitation_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX invitations_open ON invitations (account, user_id) WHERE ended_at IS NULL;

-- The log. Only the first row of a set has its token.
CREATE TABLE changes (
    account   TEXT NOT NULL,
    revision  INTEGER NOT NULL,
    set_first INTEGER NOT NULL,
    token     TEXT,
    at        INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    door      INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    version   INTEGER NOT NULL,
    facts     TEXT NOT NULL,
    personal  TEXT,
    PRIMARY KEY (account, revision)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX changes_by_token ON changes (account, token) WHERE token IS NOT NULL;

-- ---------------------------------------------------------------- aux: read by no rule that makes changes

CREATE TABLE store (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Insert only: whose a key is never changes, whether it is valid stands in its account.
CREATE TABLE key_accounts (
    key_id  TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE key_uses (
    account TEXT NOT NULL,
    key_id  TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    PRIMARY KEY (account, key_id)
) STRICT, WITHOUT ROWID;

-- Ended scopes whose memberships are still being deleted.
CREATE TABLE purges (
    account    TEXT NOT NULL,
    scope_kind INTEGER NOT NULL,
    scope_id   TEXT NOT NULL,
    PRIMARY KEY (account, scope_kind, scope_id)
) STRICT, WITHOUT ROWID;
