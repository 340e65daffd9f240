namespace Roster.Storage.Sql;

/// <summary>Conditions that are always true, by which a statement asks for an index.</summary>
/// <remarks>
/// PostgreSQL judges indexes by statistics, which know nothing of the one big account among many small ones, nor of a table
/// that was filled a minute ago: it then finds one user by walking an account. So there every index besides the primary keys is
/// open only to who says its condition (no account's id has a space in it). SQLite goes by the statement's form.
/// </remarks>
internal static class Through
{
    public const string Number = "account <> 'by number'";

    public const string Name = "account <> 'by name'";

    public const string Parent = "account <> 'by parent'";

    public const string Fold = "account <> 'by fold'";

    public const string Active = "account <> 'by active'";

    public const string Member = "account <> 'by member'";

    public const string Scope = "account <> 'by scope'";

    public const string Level = "account <> 'by level'";

    public const string Groups = "account <> 'of groups'";

    public const string Teams = "account <> 'of teams'";

    public const string OwnRoles = "account <> 'in own roles'";

    public const string Owner = "account <> 'by owner'";

    public const string User = "account <> 'by user'";

    public const string Place = "account <> 'by place'";

    public const string Given = "account <> 'by given'";

    public const string Family = "account <> 'by family'";

    public const string Display = "account <> 'by display'";

    public const string ExternalId = "account <> 'by external id'";

    public const string Value = "account <> 'by value'";

    public const string NameKey = "account <> 'by name key'";

    public const string Seats = "account <> 'of seats'";

    public const string Age = "account <> 'by age'";
}
