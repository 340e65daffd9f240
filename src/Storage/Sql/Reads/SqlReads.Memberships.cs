using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

internal sealed partial class SqlReads
{
    public ValueTask<Membership?> MembershipAsync(MemberId member, ScopeId scope) => Sql.OneAsync(
        MembershipStatements.Find,
        Rows.Membership,
        _account,
        Now,
        (long)scope.Kind,
        scope.Id,
        (long)member.Kind,
        member.Id);

    public async ValueTask<Slice<Membership>> MembershipsAsync(MembershipFilter filter, Page page)
    {
        var rows = await ListMembershipsAsync(
            filter, (long)(filter.Kind ?? 0), filter.Role ?? "", page.After, page.Limit + 1L);
        return Slice<Membership>.Cut(rows, page.Limit, membership => membership.Number);
    }

    public async ValueTask<IReadOnlyList<NamedMembership>> MembershipsByPlaceAsync(MemberPlace after, int limit) =>
        await Sql.ManyAsync(
            MembershipStatements.ListByPlace,
            Rows.NamedMembership,
            _account,
            Now,
            (long)after.Scope.Kind,
            after.Scope.Id,
            after.User.Value,
            limit);

    public async ValueTask<Level> HighestLevelAsync(MemberId member)
    {
        var own = Sql.OneAsync(MembershipStatements.HighestLevel, Rows.Number, _account, Now, (long)member.Kind, member.Id);
        var through = member.Kind == MemberKind.User
            ? Sql.OneAsync(TeamStatements.HighestThrough, Rows.Number, _account, Now, member.Id)
            : default;
        return LevelRules.Highest((Level)await own, (Level)await through);
    }

    public async ValueTask<Level> LevelThroughTeamsAsync(UserId user, ScopeId scope) => (Level)await Sql.OneAsync(
        TeamStatements.LevelThrough, Rows.Number, _account, Now, user.Value, (long)scope.Kind, scope.Id);

    public async ValueTask<Slice<Membership>> SeatsAsync(ScopeId team, bool? active, Page page)
    {
        if (active is not { } only)
        {
            return await MembershipsAsync(new(Scope: team), page);
        }

        var rows = await Sql.ManyAsync(
            TeamStatements.ListSeatsByActive, Rows.Membership, _account, Now, team.Id, only, page.After, page.Limit + 1L);
        return Slice<Membership>.Cut(rows, page.Limit, seat => seat.Number);
    }

    public async ValueTask<IReadOnlyList<UserId>> OwnersAsync(int atMost) =>
        await Sql.ManyAsync(MembershipStatements.Owners, Rows.UserId, _account, atMost);

    public async ValueTask<IReadOnlyList<RoleHolder>> RoleHoldersAsync(ScopeId scope, Level level, string after, int limit) =>
        await Sql.ManyAsync(
            MembershipStatements.RoleHolders,
            Rows.RoleHolder,
            _account,
            Now,
            (long)scope.Kind,
            scope.Id,
            (long)level,
            after,
            limit);

    public ValueTask<Instant?> NextEndAsync(Instant after) =>
        Sql.OneAsync(MembershipStatements.NextEnd, Rows.InstantOrNull, _account, after);

    private ValueTask<List<Membership>> ListMembershipsAsync(
        MembershipFilter filter, long kind, string role, long after, long limit) => filter switch
    {
        { Member: { } member, Scope: { } scope } => Sql.ManyAsync(
            MembershipStatements.ListOfMemberInScope,
            Rows.Membership,
            _account,
            Now,
            kind,
            role,
            after,
            limit,
            (long)member.Kind,
            member.Id,
            (long)scope.Kind,
            scope.Id),
        { Member: { } member } => Sql.ManyAsync(
            MembershipStatements.ListOfMember,
            Rows.Membership,
            _account,
            Now,
            kind,
            role,
            after,
            limit,
            (long)member.Kind,
            member.Id),
        { Scope: { } scope } => Sql.ManyAsync(
            MembershipStatements.ListInScope,
            Rows.Membership,
            _account,
            Now,
            kind,
            role,
            after,
            limit,
            (long)scope.Kind,
            scope.Id),
        _ => Sql.ManyAsync(MembershipStatements.List, Rows.Membership, _account, Now, kind, role, after, limit),
    };
}
