-- Ids are texts compared by bytes, times microseconds since 1970 UTC, kinds, levels and doors the numbers of their enums.
-- Numbers are revisions: a row's number is the revision that created it.
-- An index with a condition like account <> 'by number', which is always true, is only used by who says the same: the planner has no choice.

-- ---------------------------------------------------------------- state: written only by applying changes

-- Every write updates its account's row: half of the page is kept free for the next versions of it.
CREATE TABLE accounts (
    account    text COLLATE "C" NOT NULL PRIMARY KEY,
    name       text COLLATE "C" NOT NULL,
    revision   bigint NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    closed_at  bigint
) WITH (fillfactor = 50);

-- An ended scope stays, so that its id is not given again and its memberships are known to be unreachable.
CREATE TABLE scopes (
    account     text COLLATE "C" NOT NULL,
    kind        smallint NOT NULL,
    scope_id    text COLLATE "C" NOT NULL,
    parent_kind smallint NOT NULL,
    parent_id   text COLLATE "C" NOT NULL,
    number      bigint NOT NULL,
    name        text COLLATE "C" NOT NULL,
    service     text COLLATE "C",
    settings    text COLLATE "C",
    created_at  bigint NOT NULL,
    changed_in  bigint NOT NULL,
    changed_at  bigint NOT NULL,
    ended_in    bigint,
    PRIMARY KEY (account, kind, scope_id)
);
CREATE INDEX scopes_by_number ON scopes (account, kind, number) WHERE ended_in IS NULL AND account <> 'by number';
CREATE INDEX scopes_by_parent ON scopes (account, kind, parent_kind, parent_id, number)
    WHERE ended_in IS NULL AND account <> 'by parent';
CREATE INDEX scopes_by_name ON scopes (account, kind, substr(name, 1, 200), number)
    WHERE ended_in IS NULL AND account <> 'by name';

-- A deleted user stays with nothing personal but the fold, which revival looks for.
CREATE TABLE users (
    account     text COLLATE "C" NOT NULL,
    user_id     text COLLATE "C" NOT NULL,
    number      bigint NOT NULL,
    name        text COLLATE "C" NOT NULL,
    fold        text COLLATE "C" NOT NULL,
    given_name  text COLLATE "C",
    family_name text COLLATE "C",
    phone       text COLLATE "C",
    picture     text COLLATE "C",
    external_id text COLLATE "C",
    user_schema text COLLATE "C",
    active      smallint NOT NULL,
    pending     smallint NOT NULL,
    verified    smallint NOT NULL,
    created_at  bigint NOT NULL,
    changed_in  bigint NOT NULL,
    changed_at  bigint NOT NULL,
    deleted_in  bigint,
    PRIMARY KEY (account, user_id)
) WITH (fillfactor = 85);
CREATE UNIQUE INDEX users_by_fold ON users (account, fold) WHERE deleted_in IS NULL AND account <> 'by fold';
CREATE INDEX users_deleted_by_fold ON users (account, fold, deleted_in)
    WHERE deleted_in IS NOT NULL AND account <> 'by fold';
CREATE INDEX users_by_number ON users (account, number) WHERE deleted_in IS NULL AND account <> 'by number';
CREATE INDEX users_by_active ON users (account, active, number)
    WHERE deleted_in IS NULL AND account <> 'by active';

-- member_number and member_active are the member's own, kept here so that a group's users need no look at all of an account's.
CREATE TABLE memberships (
    account       text COLLATE "C" NOT NULL,
    scope_kind    smallint NOT NULL,
    scope_id      text COLLATE "C" NOT NULL,
    member_kind   smallint NOT NULL,
    member_id     text COLLATE "C" NOT NULL,
    number        bigint NOT NULL,
    member_number bigint NOT NULL,
    member_active smallint NOT NULL,
    role          text COLLATE "C" NOT NULL,
    level         smallint NOT NULL,
    cascades      smallint NOT NULL,
    until_at      bigint,
    created_at    bigint NOT NULL,
    given_by      text COLLATE "C" NOT NULL,
    door          smallint NOT NULL,
    changed_in    bigint NOT NULL,
    changed_at    bigint NOT NULL,
    PRIMARY KEY (account, scope_kind, scope_id, member_kind, member_id)
) WITH (fillfactor = 90);
CREATE INDEX memberships_by_number ON memberships (account, number) WHERE account <> 'by number';
CREATE INDEX memberships_by_member ON memberships (account, member_kind, member_id, number, scope_kind)
    WHERE account <> 'by member';
CREATE INDEX memberships_by_scope ON memberships (account, scope_kind, scope_id, number) WHERE account <> 'by scope';
CREATE INDEX memberships_by_level ON memberships (account, scope_kind, scope_id, level, member_kind, member_id)
    WHERE account <> 'by level';
CREATE INDEX memberships_of_groups ON memberships (account, scope_id, member_active, member_number)
    WHERE scope_kind = 3 AND member_kind = 1 AND account <> 'of groups';
CREATE INDEX memberships_cascading ON memberships (account, scope_id, member_active, member_number)
    WHERE scope_kind = 1 AND member_kind = 1 AND cascades = 1;
CREATE INDEX memberships_by_end ON memberships (account, until_at) WHERE until_at IS NOT NULL;

-- What SCIM shows as groups: everyone of one level in the account or an organization.
CREATE TABLE role_groups (
    account    text COLLATE "C" NOT NULL,
    scope_kind smallint NOT NULL,
    scope_id   text COLLATE "C" NOT NULL,
    level      smallint NOT NULL,
    changed_in bigint NOT NULL,
    changed_at bigint NOT NULL,
    PRIMARY KEY (account, scope_kind, scope_id, level)
) WITH (fillfactor = 50);

CREATE TABLE keys (
    account     text COLLATE "C" NOT NULL,
    key_id      text COLLATE "C" NOT NULL,
    number      bigint NOT NULL,
    secret_hash bytea NOT NULL,
    name        text COLLATE "C" NOT NULL,
    grants      smallint NOT NULL,
    level       smallint NOT NULL,
    owner       text COLLATE "C",
    labels      text COLLATE "C" NOT NULL,
    expires_at  bigint,
    revoked_at  bigint,
    created_by  text COLLATE "C" NOT NULL,
    created_at  bigint NOT NULL,
    PRIMARY KEY (account, key_id)
) WITH (fillfactor = 85);
CREATE INDEX keys_by_number ON keys (account, number) WHERE account <> 'by number';
CREATE INDEX keys_by_owner ON keys (account, owner) WHERE owner IS NOT NULL AND account <> 'by owner';

CREATE TABLE invitations (
    account       text COLLATE "C" NOT NULL,
    invitation_id text COLLATE "C" NOT NULL,
    user_id       text COLLATE "C" NOT NULL,
    fold          text COLLATE "C" NOT NULL,
    secret_hash   bytea NOT NULL,
    created_at    bigint NOT NULL,
    expires_at    bigint NOT NULL,
    ended_at      bigint,
    PRIMARY KEY (account, invitation_id)
);
CREATE UNIQUE INDEX invitations_open ON invitations (account, user_id) WHERE ended_at IS NULL AND account <> 'by user';

-- The log. Only the first row of a set has its token.
CREATE TABLE changes (
    account   text COLLATE "C" NOT NULL,
    revision  bigint NOT NULL,
    set_first bigint NOT NULL,
    token     text COLLATE "C",
    at        bigint NOT NULL,
    actor     text COLLATE "C" NOT NULL,
    door      smallint NOT NULL,
    kind      text COLLATE "C" NOT NULL,
    version   smallint NOT NULL,
    facts     text COLLATE "C" NOT NULL,
    personal  text COLLATE "C",
    PRIMARY KEY (account, revision)
);
CREATE UNIQUE INDEX changes_by_token ON changes (account, token) WHERE token IS NOT NULL;

-- ---------------------------------------------------------------- aux: read by no rule that makes changes

CREATE TABLE store (
    name  text COLLATE "C" NOT NULL PRIMARY KEY,
    value text COLLATE "C" NOT NULL
);

-- Insert only: whose a key is never changes, whether it is valid stands in its account.
CREATE TABLE key_accounts (
    key_id  text COLLATE "C" NOT NULL PRIMARY KEY,
    account text COLLATE "C" NOT NULL
);

CREATE TABLE key_uses (
    account text COLLATE "C" NOT NULL,
    key_id  text COLLATE "C" NOT NULL,
    used_at bigint NOT NULL,
    PRIMARY KEY (account, key_id)
);

-- Ended scopes whose memberships are still being deleted.
CREATE TABLE purges (
    account    text COLLATE "C" NOT NULL,
    scope_kind smallint NOT NULL,
    scope_id   text COLLATE "C" NOT NULL,
    PRIMARY KEY (account, scope_kind, scope_id)
);
