-- How an account wants to be asked about access. Types are a list in JSON.
CREATE TABLE access_settings (
    account       TEXT NOT NULL PRIMARY KEY,
    subject_types TEXT NOT NULL,
    shows_reasons INTEGER NOT NULL,
    changed_in    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What is kept about users for conditions to ask: an object in JSON. It ends with the user.
CREATE TABLE user_attributes (
    account    TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    attributes TEXT NOT NULL,
    PRIMARY KEY (account, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE resource_types (
    account    TEXT NOT NULL,
    name       TEXT NOT NULL,
    number     INTEGER NOT NULL,
    ids        INTEGER NOT NULL,
    home_kind  INTEGER NOT NULL,
    home_id    TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_in INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE resources (
    account     TEXT NOT NULL,
    type        TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    number      INTEGER NOT NULL,
    scope_kind  INTEGER NOT NULL,
    scope_id    TEXT NOT NULL,
    attributes  TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_in  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    PRIMARY KEY (account, type, resource_id)
) STRICT;
CREATE INDEX resources_by_place ON resources (account, scope_kind, scope_id, type, resource_id);
