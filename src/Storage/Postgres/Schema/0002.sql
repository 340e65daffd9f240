-- Short-lived things beside the log: no state, no change, no revision. Whoever reads takes a note older than a day for none.
CREATE TABLE notes (
    account text COLLATE "C" NOT NULL,
    name    text COLLATE "C" NOT NULL,
    made_at bigint NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (account, name)
);
CREATE INDEX notes_by_age ON notes (account, made_at) WHERE account <> 'by age';
