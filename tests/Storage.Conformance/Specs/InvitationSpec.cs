using Roster.Core.Invitations;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Invitations are used once, and a user has at most one that is open.</summary>
public abstract class InvitationSpec(StoreEngine engine) : Spec(engine)
{
    private static readonly UserId Uma = new("uma");
    private static readonly InvitationId First = new("i1");
    private static readonly InvitationId Second = new("i2");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.ApplyAsync(Home, Sample.User("uma", pending: true), Sample.User("vic", pending: true));
    }

    [Fact]
    public async Task An_invitation_is_as_the_change_says()
    {
        var end = Clock.Now.Plus(TimeSpan.FromDays(7));

        var moment = await Store.ApplyAsync(
            Home, new InvitationIssued(First, Uma, Sample.Hash("secret"), end, Sample.Name("UMA@example.com")));

        Show.Of(await Store.AskAsync(Home, reads => reads.OpenInvitationAsync(Uma))).ShouldBe(Show.Of(
            new Invitation(First, Uma, "uma@example.com", Sample.Hash("secret"), moment.Now, end, null)));
        (await Store.AskAsync(Home, reads => reads.OpenInvitationAsync(new("vic")))).ShouldBeNull();
        (await Store.AskAsync(Home, reads => reads.InvitationAsync(Second))).ShouldBeNull();
    }

    [Fact]
    public async Task Accepting_ends_it()
    {
        await IssueAsync(First, "uma");
        var moment = await Store.ApplyAsync(Home, new InvitationAccepted(First, Uma), new UserVerified(Uma));

        (await Store.AskAsync(Home, reads => reads.InvitationAsync(First)))!.EndedAt.ShouldBe(moment.Now);
        (await Store.AskAsync(Home, reads => reads.OpenInvitationAsync(Uma))).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_expired_is_shown_until_it_is_ended()
    {
        await IssueAsync(First, "uma");
        Clock.Advance(TimeSpan.FromDays(8));

        var shown = await Store.AskAsync(Home, reads => reads.OpenInvitationAsync(Uma));
        shown!.IsOpenAt(Clock.Now).ShouldBeFalse();

        await Store.ApplyAsync(Home, new InvitationVoided(First, Uma));
        (await Store.AskAsync(Home, reads => reads.OpenInvitationAsync(Uma))).ShouldBeNull();
    }

    [Fact]
    public async Task A_later_one_takes_the_place_of_one_that_the_same_set_voids()
    {
        await IssueAsync(First, "uma");
        await IssueAsync(new("i3"), "vic");

        await Store.ApplyAsync(
            Home, new InvitationVoided(First, Uma), Sample.Invitation(Second.Value, "uma", Clock.Now.Plus(TimeSpan.FromDays(7))));

        (await Store.AskAsync(Home, reads => reads.OpenInvitationAsync(Uma)))!.Id.ShouldBe(Second);
        (await Store.AskAsync(Home, reads => reads.InvitationAsync(First)))!.EndedAt.ShouldNotBeNull();
        (await Store.AskAsync(Home, reads => reads.OpenInvitationAsync(new("vic")))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Many_who_accept_at_once_get_one_winner()
    {
        await IssueAsync(First, "uma");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Store.DecideAsync(
            Home,
            reads => reads.InvitationAsync(First),
            (Invitation? found, Moment moment) => found!.IsOpenAt(moment.Now)
                ? Verdict<Done>.Of(default, new InvitationAccepted(First, Uma), new UserVerified(Uma))
                : new Fault(FaultKind.InvitationEnded, "The invitation was used.")).AsTask())));

        outcomes.Count(outcome => outcome.Fault is null).ShouldBe(1);
    }

    private Task<Moment> IssueAsync(InvitationId id, string user) =>
        Store.ApplyAsync(Home, Sample.Invitation(id.Value, user, Clock.Now.Plus(TimeSpan.FromDays(7))));
}
