using Roster.Core.Changes;
using Roster.Storage.Sql.Changes;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

internal sealed partial class ChangeApplier
{
    /// <returns>False where the change is about something else.</returns>
    private bool ApplyToAccess(Change change, Occasion on)
    {
        switch (change)
        {
            case AccessSettingsChanged c:
                sql.WriteOne(
                    AccessStatements.ChangeSettings, on.Account, SubjectTypeJson.Write(c.SubjectTypes), c.ShowsReasons, on.Revision);
                return true;
            case UserAttributesSet c:
                Touch(UserStatements.Bump, c.User, on);
                sql.WriteOne(AccessStatements.SetAttributes, on.Account, c.User.Value, ScalarJson.Write(c.Attributes));
                return true;
            case ResourceTypeDefined c:
                sql.WriteOne(
                    AccessStatements.DefineType, on.Account, c.Name, (long)c.Ids, (long)c.Home.Kind, c.Home.Id, on.Revision, on.At);
                return true;
            case ResourceTypeRemoved c:
                sql.WriteOne(AccessStatements.RemoveType, on.Account, c.Name);
                return true;
            case ResourceRegistered c:
                sql.WriteOne(
                    AccessStatements.Register,
                    on.Account,
                    c.Type,
                    c.Id,
                    (long)c.Scope.Kind,
                    c.Scope.Id,
                    ScalarJson.Write(c.Attributes),
                    on.Revision,
                    on.At);
                return true;
            case ResourceRemoved c:
                sql.WriteOne(AccessStatements.RemoveResource, on.Account, c.Type, c.Id);
                return true;
            default:
                return false;
        }
    }
}
