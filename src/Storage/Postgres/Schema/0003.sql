-- Roles that accounts have defined. Kinds are bits, 1 shifted by the number of each; permissions a list in JSON.
CREATE TABLE roles (
    account     text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    number      bigint NOT NULL,
    description text COLLATE "C" NOT NULL,
    kinds       smallint NOT NULL,
    level       smallint NOT NULL,
    permissions text COLLATE "C" NOT NULL,
    created_at  bigint NOT NULL,
    changed_in  bigint NOT NULL,
    changed_at  bigint NOT NULL,
    PRIMARY KEY (account, name)
);
CREATE INDEX roles_by_number ON roles (account, number) WHERE account <> 'by number';

-- Whether anybody holds one. Memberships in standard roles, which are nearly all, take no room in it.
CREATE INDEX memberships_in_own_roles ON memberships (account, role)
    WHERE account <> 'in own roles' AND role NOT IN (
        'Account Administrator', 'Account Analyst', 'Account Reviewer', 'Account Billing',
        'Destination Creator', 'Manage Destination', 'Edit Destination', 'Create Connection',
        'View Destination', 'Manage Connection', 'Edit Connection', 'View Connection',
        'Team Manager', 'Team Member', 'Organization Admin', 'Organization Member',
        'Organization Viewer', 'Owner', 'Billing', 'Destination Administrator',
        'Destination Analyst', 'Connector Creator', 'Destination Reviewer', 'Connector Administrator',
        'Connector Collaborator', 'Connector Reviewer');

-- A team's active or inactive users, in the order in which they joined.
CREATE INDEX memberships_of_teams ON memberships (account, scope_id, member_active, number)
    WHERE scope_kind = 5 AND account <> 'of teams';
