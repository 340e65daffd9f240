using Roster.Core.Access;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;

namespace Roster.Http.WhyLabs.Memberships;

/// <summary>Lists that walk through role groups, however they write them.</summary>
internal abstract class RoleGroupWalk(ListRoleGroups list, Caller caller, RoleGroupFilter filter) : LongList<RoleGroupParts>
{
    protected override ValueTask<Outcome<RoleGroupParts>> ReadAsync(
        RoleGroupParts? before, CancellationToken cancellationToken) =>
        list.RunAsync(caller, filter, before?.Next, Stretch, cancellationToken);

    protected override bool IsLast(RoleGroupParts stretch) => stretch.Next is null;
}
