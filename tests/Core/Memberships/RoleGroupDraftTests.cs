using FsCheck;
using FsCheck.Fluent;
using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Values;

namespace Roster.Tests.Core.Memberships;

public sealed class RoleGroupDraftTests
{
    private const string Stranger = "stranger";
    private static readonly string[] Users = ["a", "b", "c"];
    private static readonly Level[] Levels = [Level.None, Level.Viewer, Level.Member, Level.Admin];

    /// <summary>Who holds what before, whom the request names, and whether all others are to go.</summary>
    private sealed record Request(Level[] Held, Level Level, IList<string> Add, IList<string> Remove, bool RemoveOthers);

    private static Arbitrary<Request> Requests => (
            from held in Gen.Elements(Levels).ArrayOf(Users.Length)
            from level in Gen.Elements(Levels[1..])
            from add in Gen.SubListOf([.. Users, Stranger])
            from remove in Gen.SubListOf([.. Users, Stranger])
            from others in Gen.Elements(true, false)
            select new Request(held, level, add, remove, others))
        .ToArbitrary();

    [Fact]
    public void Each_user_ends_up_where_the_request_says() => Prop.ForAll(
            Requests,
            request =>
            {
                var after = Apply(request.Held, Run(request).Changes);
                return Enumerable.Range(0, Users.Length).All(i => after[i] == Expected(request, i));
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_is_given_the_level_admin_without_an_end_can_take_over_from_the_last_owner()
    {
        var draft = new RoleGroupDraft(Sample.Account, Level.Admin);
        draft.Add("new", Sample.User("new"), null);
        draft.Add("pending", Sample.User("pending", pending: true), null);
        draft.Add("ending", Sample.User("ending"), Sample.Held("ending", Level.Viewer, until: new Instant(1)));
        draft.RemoveUnlessAdded(Sample.Held("old", Level.Admin).Member, Sample.Held("old", Level.Admin).Level);

        draft.MakesOwner(Sample.User("new")).ShouldBeTrue();
        draft.MakesOwner(Sample.User("pending", pending: true)).ShouldBeFalse();
        draft.MakesOwner(Sample.User("ending")).ShouldBeFalse();
        draft.MakesOwner(Sample.User("old")).ShouldBeFalse();
    }

    [Fact]
    public void There_is_at_most_one_change_for_each_user_and_none_without_effect() => Prop.ForAll(
            Requests,
            request =>
            {
                var changes = Run(request).Changes;
                return changes.Select(UserOf).Distinct().Count() == changes.Count
                    && changes.All(change => Apply(request.Held, [change])[Array.IndexOf(Users, UserOf(change))] != HeldBy(request, UserOf(change)));
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_is_skipped_is_unknown_or_no_member() => Prop.ForAll(
            Requests,
            request =>
            {
                SkippedUser[] strangers = request.Add.Contains(Stranger) || request.Remove.Contains(Stranger)
                    ? [new(Stranger, FaultKind.UnknownUser)]
                    : [];
                var absent = request.Remove
                    .Where(id => id != Stranger && !request.Add.Contains(id) && HeldBy(request, id) == Level.None)
                    .Select(id => new SkippedUser(id, FaultKind.UnknownMembership));
                return Run(request).Skipped.ToHashSet().SetEquals(strangers.Concat(absent));
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_loses_an_admins_role_is_told() => Prop.ForAll(
            Requests,
            request =>
            {
                var draft = Run(request);
                return Enumerable.Range(0, Users.Length).All(
                    i => draft.Loses(new UserId(Users[i])) == (request.Held[i] == Level.Admin && Expected(request, i) != Level.Admin)
                        || request.Held[i] != Level.Admin);
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_level_that_is_given_changed_or_ended_is_touched() => Prop.ForAll(
            Requests,
            request =>
            {
                var draft = Run(request);
                var touched = draft.Changes.SelectMany(change => new[] { HeldBy(request, UserOf(change)), LevelAfter(change) });
                return draft.HighestTouched >= touched.DefaultIfEmpty(Level.None).Max();
            })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_has_another_role_of_the_level_keeps_it()
    {
        var draft = new RoleGroupDraft(Sample.Account, Level.Viewer);

        draft.Add("a", Sample.User("a"), Sample.Held("a", "Account Billing"));

        draft.Changes.ShouldBeEmpty();
        draft.HighestTouched.ShouldBe(Level.None);
    }

    private static RoleGroupDraft Run(Request request)
    {
        var draft = new RoleGroupDraft(Sample.Account, request.Level);
        foreach (var id in request.Add)
        {
            draft.Add(id, id == Stranger ? null : Sample.User(id), Membership(request, id));
        }

        foreach (var id in request.Remove)
        {
            draft.Remove(id, id == Stranger ? null : Sample.User(id), Membership(request, id));
        }

        foreach (var id in request.RemoveOthers ? Users.Where(id => HeldBy(request, id) == request.Level) : [])
        {
            draft.RemoveUnlessAdded(Membership(request, id)!.Member, Membership(request, id)!.Level);
        }

        return draft;
    }

    private static Level Expected(Request request, int user)
    {
        var (id, held) = (Users[user], request.Held[user]);
        var (isAdded, isRemoved) = (request.Add.Contains(id), request.Remove.Contains(id));
        return isAdded && isRemoved ? Level.None
            : isAdded ? request.Level
            : held == request.Level && (isRemoved || request.RemoveOthers) ? Level.None
            : held;
    }

    private static Level[] Apply(Level[] held, IEnumerable<Change> changes)
    {
        var after = held.ToArray();
        foreach (var change in changes)
        {
            after[Array.IndexOf(Users, UserOf(change))] = LevelAfter(change);
        }

        return after;
    }

    private static Level LevelAfter(Change change) => change switch
    {
        RoleGiven given => given.Level,
        RoleChanged changed => changed.Level,
        _ => Level.None,
    };

    private static string UserOf(Change change) => change switch
    {
        RoleGiven given => given.Member.Id,
        RoleChanged changed => changed.Member.Id,
        MembershipEnded ended => ended.Member.Id,
        _ => throw new InvalidOperationException($"A draft makes no {change.GetType().Name}."),
    };

    private static Level HeldBy(Request request, string id) => request.Held[Array.IndexOf(Users, id)];

    private static Membership? Membership(Request request, string id) =>
        id != Stranger && HeldBy(request, id) is var level and not Level.None ? Sample.Held(id, level) : null;
}
