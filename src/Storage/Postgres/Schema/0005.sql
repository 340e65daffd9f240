-- How an account wants to be asked about access. Types are a list in JSON.
CREATE TABLE access_settings (
    account       text COLLATE "C" NOT NULL,
    subject_types text COLLATE "C" NOT NULL,
    shows_reasons smallint NOT NULL,
    changed_in    bigint NOT NULL,
    PRIMARY KEY (account)
);

-- What is kept about users for conditions to ask: an object in JSON. It ends with the user.
CREATE TABLE user_attributes (
    account    text COLLATE "C" NOT NULL,
    user_id    text COLLATE "C" NOT NULL,
    attributes text COLLATE "C" NOT NULL,
    PRIMARY KEY (account, user_id)
);

CREATE TABLE resource_types (
    account    text COLLATE "C" NOT NULL,
    name       text COLLATE "C" NOT NULL,
    number     bigint NOT NULL,
    ids        smallint NOT NULL,
    home_kind  smallint NOT NULL,
    home_id    text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    changed_in bigint NOT NULL,
    changed_at bigint NOT NULL,
    PRIMARY KEY (account, name)
);

CREATE TABLE resources (
    account     text COLLATE "C" NOT NULL,
    type        text COLLATE "C" NOT NULL,
    resource_id text COLLATE "C" NOT NULL,
    number      bigint NOT NULL,
    scope_kind  smallint NOT NULL,
    scope_id    text COLLATE "C" NOT NULL,
    attributes  text COLLATE "C" NOT NULL,
    created_at  bigint NOT NULL,
    changed_in  bigint NOT NULL,
    changed_at  bigint NOT NULL,
    PRIMARY KEY (account, type, resource_id)
);
CREATE INDEX resources_by_place ON resources (account, scope_kind, scope_id, type, resource_id) WHERE account <> 'by place';
