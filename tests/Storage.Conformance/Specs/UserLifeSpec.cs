using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>What ends with a user, and what comes back.</summary>
public abstract class UserLifeSpec(StoreEngine engine) : Spec(engine)
{
    private static readonly UserId Uma = new("uma");
    private static readonly ScopeId Place = ScopeId.Group("g");

    [Fact]
    public async Task A_new_user_is_as_the_change_says()
    {
        var person = new Person(
            Sample.Name("Uma@Example.com"), "Uma", "Ünsal", "+49 30 1234", "https://example.com/uma.png", "ext-1", "{}");

        var moment = await Store.ApplyAsync(Home, new UserCreated(Uma, Active: true, Pending: true, person));

        (await Store.UserAsync(Home, "uma")).ShouldBe(new User
        {
            Id = Uma,
            Number = moment.Number(0),
            Name = person.Name,
            GivenName = "Uma",
            FamilyName = "Ünsal",
            Phone = "+49 30 1234",
            Picture = "https://example.com/uma.png",
            ExternalId = "ext-1",
            UserSchema = "{}",
            Active = true,
            Pending = true,
            Verified = false,
            CreatedAt = moment.Now,
            ChangedIn = moment.Number(0),
            ChangedAt = moment.Now,
        });
    }

    [Fact]
    public async Task A_change_touches_what_it_names_and_the_version()
    {
        await Store.ApplyAsync(Home, new UserCreated(Uma, true, false, Sample.Person("uma@example.com") with { GivenName = "Uma", Phone = "1" }));
        var before = await Store.UserAsync(Home, "uma");
        Clock.Advance(TimeSpan.FromMinutes(1));

        var moment = await Store.ApplyAsync(
            Home, new UserChanged(Uma, new PersonPatch(Name: Sample.Name("Una@example.com"), Phone: new Optional<string?>(null))));

        (await Store.UserAsync(Home, "uma")).ShouldBe(before! with
        {
            Name = Sample.Name("Una@example.com"),
            Phone = null,
            ChangedIn = moment.Number(0),
            ChangedAt = moment.Now,
        });
        (await Store.AskAsync(Home, reads => reads.UserNamedAsync("uma@example.com"))).ShouldBeNull();
        (await Store.AskAsync(Home, reads => reads.UserNamedAsync("una@example.com")))!.Id.ShouldBe(Uma);
    }

    [Fact]
    public async Task Verifying_ends_pending()
    {
        await Store.ApplyAsync(Home, Sample.User("uma", pending: true));

        await Store.ApplyAsync(Home, new UserVerified(Uma));

        var user = await Store.UserAsync(Home, "uma");
        (user!.Verified, user.Pending).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_proof_can_be_lost_and_nobody_is_pending_by_it()
    {
        await Store.ApplyAsync(Home, Sample.User("uma", pending: true));
        await Store.ApplyAsync(Home, new UserVerified(Uma));

        await Store.ApplyAsync(Home, new UserUnverified(Uma));

        var user = await Store.UserAsync(Home, "uma");
        (user!.Verified, user.Pending).ShouldBe((false, false));
    }

    /// <summary>As those who show users show them: with their roles in the account and in organizations, and no others.</summary>
    [Fact]
    public async Task Roles_that_are_shown_with_the_user_are_changes_of_the_user()
    {
        var organization = ScopeId.Organization("org-managed");
        await Store.AddUserAsync(Home, "uma");
        await Store.AddUserAsync(Home, "vic");
        var vic = await Store.UserAsync(Home, "vic");
        await Store.AddScopeAsync(Home, organization);
        await Store.AddScopeAsync(Home, Place);

        await ShouldBeItsVersionAsync(await Store.GiveAsync(Home, "uma", InHome, "Account Administrator"));
        await ShouldBeItsVersionAsync(await Store.GiveAsync(Home, "uma", organization, "Organization Member"));
        await ShouldBeItsVersionAsync(await Store.ApplyAsync(Home, Sample.Change("uma", InHome, "Account Reviewer", Level.Admin)));
        var last = await Store.EndAsync(Home, "uma", InHome, Level.Viewer);
        await ShouldBeItsVersionAsync(last);

        await Store.GiveAsync(Home, "uma", Place, "View Destination");
        await Store.ApplyAsync(Home, new ScopeEnded(organization));
        await ShouldBeItsVersionAsync(last);
        (await Store.UserAsync(Home, "vic")).ShouldBe(vic);
    }

    [Fact]
    public async Task Only_active_users_who_are_not_pending_own()
    {
        await Store.ApplyAsync(Home, Sample.User("active"), Sample.User("pending", pending: true), Sample.User("inactive", active: false));
        foreach (var user in new[] { "active", "pending", "inactive" })
        {
            await Store.GiveAsync(Home, user, InHome, "Owner");
        }

        (await Store.AskAsync(Home, reads => reads.OwnersAsync(10))).ShouldBe([new UserId("active")]);

        await Store.ApplyAsync(Home, new UserVerified(new("pending")));
        await Store.ApplyAsync(Home, new UserActivated(new("inactive")));
        (await Store.AskAsync(Home, reads => reads.OwnersAsync(10))).Count.ShouldBe(3);
        (await Store.AskAsync(Home, reads => reads.OwnersAsync(2))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Deactivation_ends_roles_keys_and_invitations_of_that_user_alone()
    {
        await PrepareAsync("uma", "abcdefghij");
        await PrepareAsync("vic", "bcdefghijk");

        await Store.ApplyAsync(Home, new UserDeactivated(Uma));

        (await Store.UserAsync(Home, "uma"))!.Active.ShouldBeFalse();
        (await HoldingsAsync("uma", "abcdefghij")).ShouldBe("0 memberships, key ended, invitation ended");
        (await HoldingsAsync("vic", "bcdefghijk")).ShouldBe("2 memberships, key valid, invitation open");
    }

    [Fact]
    public async Task Activation_brings_nothing_back()
    {
        await PrepareAsync("uma", "abcdefghij");
        await Store.ApplyAsync(Home, new UserDeactivated(Uma));

        await Store.ApplyAsync(Home, new UserActivated(Uma));

        (await Store.UserAsync(Home, "uma"))!.Active.ShouldBeTrue();
        (await HoldingsAsync("uma", "abcdefghij")).ShouldBe("0 memberships, key ended, invitation ended");
        await Store.GiveAsync(Home, "uma", Place, "View Destination");
    }

    [Fact]
    public async Task Deletion_ends_everything_of_that_user_alone()
    {
        await PrepareAsync("uma", "abcdefghij");
        await PrepareAsync("vic", "bcdefghijk");

        await Store.ApplyAsync(Home, new UserDeleted(Uma));

        (await Store.UserAsync(Home, "uma")).ShouldBeNull();
        (await Store.AskAsync(Home, reads => reads.UserNamedAsync("uma@example.com"))).ShouldBeNull();
        (await Store.AskAsync(Home, reads => reads.IsUserIdUsedAsync(Uma))).ShouldBeTrue();
        (await Store.AskAsync(Home, reads => reads.DeletedUserNamedAsync("uma@example.com"))).ShouldBe(Uma);
        (await Store.AskAsync(Home, reads => reads.UsersAsync(null, new Page(0, 9)))).Items.ShouldHaveSingleItem().User.Id.Value.ShouldBe("vic");
        (await HoldingsAsync("uma", "abcdefghij")).ShouldBe("0 memberships, key ended, invitation ended");
        (await HoldingsAsync("vic", "bcdefghijk")).ShouldBe("2 memberships, key valid, invitation open");
    }

    [Fact]
    public async Task Revival_gives_back_the_id_and_nothing_else()
    {
        await PrepareAsync("uma", "abcdefghij");
        await Store.ApplyAsync(Home, new UserChanged(Uma, new PersonPatch(GivenName: "Uma", ExternalId: "ext-1")), new UserVerified(Uma));
        await Store.ApplyAsync(Home, new UserDeleted(Uma));
        Clock.Advance(TimeSpan.FromDays(1));

        var moment = await Store.ApplyAsync(Home, Sample.Revived("uma", "UMA@example.com"));

        (await Store.UserAsync(Home, "uma")).ShouldBe(new User
        {
            Id = Uma,
            Number = moment.Number(0),
            Name = Sample.Name("UMA@example.com"),
            Active = true,
            Pending = false,
            Verified = false,
            CreatedAt = moment.Now,
            ChangedIn = moment.Number(0),
            ChangedAt = moment.Now,
        });
        (await HoldingsAsync("uma", "abcdefghij")).ShouldBe("0 memberships, key ended, invitation ended");
        (await Store.AskAsync(Home, reads => reads.DeletedUserNamedAsync("uma@example.com"))).ShouldBeNull();
    }

    [Fact]
    public async Task The_most_recently_deleted_of_a_fold_is_the_one_to_revive()
    {
        await Store.AddUserAsync(Home, "a", "One@example.com");
        await Store.AddUserAsync(Home, "b", "two@example.com");
        await Store.ApplyAsync(Home, new UserDeleted(new("a")));
        await Store.ApplyAsync(Home, new UserChanged(new("b"), new PersonPatch(Name: Sample.Name("one@example.com"))));
        (await DeletedOneAsync()).ShouldBe(new UserId("a"));

        await Store.ApplyAsync(Home, new UserDeleted(new("b")));
        (await DeletedOneAsync()).ShouldBe(new UserId("b"));

        await Store.ApplyAsync(Home, Sample.Revived("b", "one@example.com"));
        (await DeletedOneAsync()).ShouldBe(new UserId("a"));

        await Store.ApplyAsync(Home, new UserChanged(new("b"), new PersonPatch(Name: Sample.Name("three@example.com"))));
        await Store.ApplyAsync(Home, Sample.Revived("a", "one@example.com"));
        (await DeletedOneAsync()).ShouldBeNull();
    }

    /// <summary>Two deletions in one set, at one time: only their order can tell.</summary>
    [Fact]
    public async Task Of_two_deleted_at_one_time_the_later_change_counts()
    {
        await Store.AddUserAsync(Home, "b", "One@example.com");
        await Store.ApplyAsync(
            Home, new UserDeleted(new("b")), Sample.User("a", "one@example.com"), new UserDeleted(new("a")));

        (await DeletedOneAsync()).ShouldBe(new UserId("a"));
    }

    private async Task ShouldBeItsVersionAsync(Moment moment)
    {
        var user = await Store.UserAsync(Home, "uma");
        (user!.ChangedIn, user.ChangedAt).ShouldBe((moment.Number(0), moment.Now));
    }

    private Task<UserId?> DeletedOneAsync() => Store.AskAsync(Home, reads => reads.DeletedUserNamedAsync("one@example.com"));

    /// <summary>A user with two memberships, a key and an open invitation.</summary>
    private async Task PrepareAsync(string user, string key)
    {
        if (await Store.AskAsync(Home, reads => reads.ScopeAsync(Place)) is null)
        {
            await Store.AddScopeAsync(Home, Place);
        }

        await Store.AddUserAsync(Home, user);
        await Store.GiveAsync(Home, user, InHome, "Account Reviewer");
        await Store.GiveAsync(Home, user, Place, "Manage Destination");
        await Store.ApplyAsync(
            Home, Sample.Key(key, owner: user), Sample.Invitation("i-" + user, user, Clock.Now.Plus(TimeSpan.FromDays(7))));
        (await HoldingsAsync(user, key)).ShouldBe("2 memberships, key valid, invitation open");
    }

    private Task<string> HoldingsAsync(string user, string key) => Store.AskAsync(Home, async reads =>
    {
        var memberships = await reads.MembershipsAsync(new(Member: MemberId.User(new(user))), new Page(0, 10));
        var valid = (await reads.KeyAsync(new(key)))!.IsValidAt(reads.Now);
        var open = (await reads.InvitationAsync(new("i-" + user)))!.IsOpenAt(reads.Now);
        (await reads.OpenInvitationAsync(new(user)) is not null).ShouldBe(open);
        return $"{memberships.Items.Count} memberships, key {(valid ? "valid" : "ended")}, invitation {(open ? "open" : "ended")}";
    });
}
