using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Roles;

namespace Roster.Core.Documents;

/// <summary>Plans are for who may do everything in the account: then nothing in them is above who asks.</summary>
internal static class PlanAccess
{
    public static Fault? Refusal(Outcome<Standing> standing) =>
        Permission.Needs(standing, Grants.Admin) ?? Permission.Above(standing, Level.Admin);
}
