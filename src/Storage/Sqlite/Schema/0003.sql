-- Roles that accounts have defined. Kinds are bits, 1 shifted by the number of each; permissions a list in JSON.
CREATE TABLE roles (
    account     TEXT NOT NULL,
    name        TEXT NOT NULL,
    number      INTEGER NOT NULL,
    description TEXT NOT NULL,
    kinds       INTEGER NOT NULL,
    level       INTEGER NOT NULL,
    permissions TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    changed_in  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    PRIMARY KEY (account, name)
) STRICT;
CREATE INDEX roles_by_number ON roles (account, number);

-- Whether anybody holds one. Memberships in standard roles, which are nearly all, take no room in it.
CREATE INDEX memberships_in_own_roles ON memberships (account, role)
    WHERE role NOT IN (
        'Account Administrator', 'Account Analyst', 'Account Reviewer', 'Account Billing',
        'Destination Creator', 'Manage Destination', 'Edit Destination', 'Create Connection',
        'View Destination', 'Manage Connection', 'Edit Connection', 'View Connection',
        'Team Manager', 'Team Member', 'Organization Admin', 'Organization Member',
        'Organization Viewer', 'Owner', 'Billing', 'Destination Administrator',
        'Destination Analyst', 'Connector Creator', 'Destination Reviewer', 'Connector Administrator',
        'Connector Collaborator', 'Connector Reviewer');

-- A team's active or inactive users, in the order in which they joined.
CREATE INDEX memberships_of_teams ON memberships (account, scope_id, member_active, number) WHERE scope_kind = 5;
