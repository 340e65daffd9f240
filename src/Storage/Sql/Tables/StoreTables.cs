using System.Collections.Immutable;
using static Roster.Storage.Sql.Tables.Column;

namespace Roster.Storage.Sql.Tables;

/// <summary>The one list of what a store holds of its accounts. Tests compare it with the schema of every engine.</summary>
internal static class StoreTables
{
    private static readonly Column Account = Text("account");
    private static readonly Column ScopeKind = Small("scope_kind");
    private static readonly Column ScopeId = Text("scope_id");
    private static readonly Column KeyId = Text("key_id");

    private static readonly Table Accounts = new(
        "accounts",
        [Account, Text("name"), Number("revision"), Number("created_at"), Number("changed_at"), Number("closed_at")],
        []);

    private static readonly Table Scopes = new(
        "scopes",
        [
            Account, Small("kind"), ScopeId, Small("parent_kind"), Text("parent_id"), Number("number"), Text("name"), Text("service"),
            Text("settings"), Number("created_at"), Number("changed_in"), Number("changed_at"), Number("ended_in"),
            Text("name_key"), Text("external_id"),
        ],
        [Small("kind"), ScopeId]);

    private static readonly Table Users = new(
        "users",
        [
            Account, Text("user_id"), Number("number"), Text("name"), Text("fold"), Text("given_name"), Text("family_name"),
            Text("phone"), Text("picture"), Text("external_id"), Text("user_schema"), Small("active"), Small("pending"),
            Small("verified"), Number("created_at"), Number("changed_in"), Number("changed_at"), Number("deleted_in"),
            Text("display_name"), Text("display_key"), Text("given_key"), Text("family_key"), Text("profile"),
        ],
        [Text("user_id")]);

    private static readonly Table UserTerms = new(
        "user_terms",
        [Account, Text("user_id"), Small("kind"), Text("value"), Number("number")],
        [Text("user_id"), Small("kind"), Text("value")]);

    private static readonly Table Memberships = new(
        "memberships",
        [
            Account, ScopeKind, ScopeId, Small("member_kind"), Text("member_id"), Number("number"), Number("member_number"),
            Small("member_active"), Text("role"), Small("level"), Small("cascades"), Number("until_at"), Number("created_at"),
            Text("given_by"), Small("door"), Number("changed_in"), Number("changed_at"),
        ],
        [ScopeKind, ScopeId, Small("member_kind"), Text("member_id")])
    {
        // What an ended scope has left behind is not reachable, and so is no state.
        Where =
            """
            t.account = {0} AND NOT EXISTS (
                SELECT 1 FROM scopes s
                WHERE s.account = {0} AND s.kind = t.scope_kind AND s.scope_id = t.scope_id AND s.ended_in IS NOT NULL)
            """,
    };

    private static readonly Table RoleGroups = new(
        "role_groups",
        [Account, ScopeKind, ScopeId, Small("level"), Number("changed_in"), Number("changed_at"), Text("external_id")],
        [ScopeKind, ScopeId, Small("level")]);

    private static readonly Table Roles = new(
        "roles",
        [
            Account, Text("name"), Number("number"), Text("description"), Small("kinds"), Small("level"), Text("permissions"),
            Number("created_at"), Number("changed_in"), Number("changed_at"),
        ],
        [Text("name")]);

    private static readonly Table AccessSettings = new(
        "access_settings", [Account, Text("subject_types"), Small("shows_reasons"), Number("changed_in")], []);

    private static readonly Table UserAttributes = new(
        "user_attributes", [Account, Text("user_id"), Text("attributes")], [Text("user_id")]);

    private static readonly Table ResourceTypes = new(
        "resource_types",
        [
            Account, Text("name"), Number("number"), Small("ids"), Small("home_kind"), Text("home_id"), Number("created_at"),
            Number("changed_in"), Number("changed_at"),
        ],
        [Text("name")]);

    private static readonly Table Resources = new(
        "resources",
        [
            Account, Text("type"), Text("resource_id"), Number("number"), ScopeKind, ScopeId, Text("attributes"), Number("created_at"),
            Number("changed_in"), Number("changed_at"),
        ],
        [Text("type"), Text("resource_id")]);

    private static readonly Table Keys = new(
        "keys",
        [
            Account, KeyId, Number("number"), Bytes("secret_hash"), Text("name"), Small("grants"), Small("level"), Text("owner"),
            Text("labels"), Number("expires_at"), Number("revoked_at"), Text("created_by"), Number("created_at"),
        ],
        [KeyId]);

    private static readonly Table Invitations = new(
        "invitations",
        [
            Account, Text("invitation_id"), Text("user_id"), Text("fold"), Bytes("secret_hash"), Number("created_at"),
            Number("expires_at"), Number("ended_at"),
        ],
        [Text("invitation_id")]);

    private static readonly Table Changes = new(
        "changes",
        [
            Account, Number("revision"), Number("set_first"), Text("token"), Number("at"), Text("actor"), Small("door"),
            Text("kind"), Small("version"), Text("facts"), Text("personal"),
        ],
        [Number("revision")]);

    private static readonly Table KeyUses = new("key_uses", [Account, KeyId, Number("used_at")], [KeyId]);

    private static readonly Table Notes = new(
        "notes", [Account, Text("name"), Number("made_at"), Bytes("content")], [Text("name")]);

    // Not indexed by the account, but an account knows its keys. Last, as Citus wants it of a reference table.
    private static readonly Table KeyAccounts = new("key_accounts", [KeyId, Account], [KeyId])
    {
        Where = "t.key_id IN (SELECT k.key_id FROM keys k WHERE k.account = {0})",
    };

    /// <summary>Written by applying changes alone.</summary>
    public static ImmutableArray<Table> State { get; } = [Accounts, Scopes, Users, UserTerms, Memberships, RoleGroups, Roles, AccessSettings, UserAttributes, ResourceTypes, Resources, Keys, Invitations, Changes];

    /// <summary>With what else an account takes along.</summary>
    public static ImmutableArray<Table> All { get; } = [.. State, KeyUses, Notes, KeyAccounts];
}
