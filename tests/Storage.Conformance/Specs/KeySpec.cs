using Roster.Core.Keys;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>Keys: whose they are for ever, and valid as long as their account says.</summary>
public abstract class KeySpec(StoreEngine engine) : Spec(engine)
{
    private static readonly KeyId Key = new("abcdefghij");
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_key_is_as_the_change_says()
    {
        var expiry = Clock.Now.Plus(Hour);
        var hash = Sample.Hash("secret");

        var moment = await Store.ApplyAsync(
            Home, new KeyMinted(Key, hash, "CI", Grants.Read | Grants.Check, Level.Viewer, null, [":read", "", "ü"], expiry));

        var key = await KeyAsync();
        Show.Of(key).ShouldBe(Show.Of(new ApiKey(
            Key, moment.Number(0), hash, "CI", Grants.Read | Grants.Check, Level.Viewer, null, [":read", "", "ü"], expiry, null,
            Acts.Actor, moment.Now, null)));
    }

    [Fact]
    public async Task Its_account_is_known_for_ever()
    {
        (await Store.AccountOfKeyAsync(Key, Token)).ShouldBeNull();

        await Store.ApplyAsync(Home, Sample.Key(Key.Value));
        (await Store.AccountOfKeyAsync(Key, Token)).ShouldBe(Home);

        await Store.ApplyAsync(Home, new KeyRevoked(Key, Clock.Now));
        await Database.ReopenAsync();
        (await Store.AccountOfKeyAsync(Key, Token)).ShouldBe(Home);
    }

    [Fact]
    public async Task A_key_whose_set_failed_is_nobodys()
    {
        await Should.ThrowAsync<Exception>(() => Store.ApplyAsync(Home, Sample.Key(Key.Value), Sample.Key(Key.Value)));

        (await Store.AccountOfKeyAsync(Key, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_revoked_key_leaves_the_list_and_can_still_be_asked_for()
    {
        await Store.ApplyAsync(Home, Sample.Key(Key.Value), Sample.Key("bcdefghijk"));

        await Store.ApplyAsync(Home, new KeyRevoked(Key, Clock.Now));
        Clock.Advance(TimeSpan.FromMicroseconds(1));

        (await ListAsync()).ShouldBe(["bcdefghijk"]);
        (await KeyAsync())!.RevokedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rotated_key_is_listed_until_its_overlap_is_over()
    {
        await Store.ApplyAsync(Home, Sample.Key(Key.Value));
        await Store.ApplyAsync(Home, new KeyRevoked(Key, Clock.Now.Plus(Hour)));

        (await ListAsync()).ShouldBe([Key.Value]);
        (await KeyAsync())!.IsValidAt(Clock.Now).ShouldBeTrue();

        Clock.Advance(Hour + TimeSpan.FromMicroseconds(1));
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_expired_key_is_still_listed()
    {
        await Store.ApplyAsync(Home, Sample.Key(Key.Value, expiresAt: Clock.Now.Plus(Hour)));
        Clock.Advance(2 * Hour);

        (await ListAsync()).ShouldBe([Key.Value]);
        (await KeyAsync())!.IsValidAt(Clock.Now).ShouldBeFalse();
    }

    [Fact]
    public async Task An_end_in_the_future_is_brought_forward_when_the_owner_goes_and_a_past_one_stays()
    {
        await Store.AddUserAsync(Home, "uma");
        await Store.ApplyAsync(Home, Sample.Key(Key.Value, "uma"), Sample.Key("bcdefghijk", "uma"));
        var early = await Store.ApplyAsync(
            Home, new KeyRevoked(new("bcdefghijk"), Clock.Now), new KeyRevoked(Key, Clock.Now.Plus(Hour)));
        Clock.Advance(TimeSpan.FromMinutes(1));

        var deletion = await Store.ApplyAsync(Home, new UserDeleted(new("uma")));

        (await KeyAsync())!.RevokedAt.ShouldBe(deletion.Now);
        (await Store.AskAsync(Home, reads => reads.KeyAsync(new("bcdefghijk"))))!.RevokedAt.ShouldBe(early.Now);
    }

    [Fact]
    public async Task Closing_the_account_ends_its_keys_and_invitations_and_no_others()
    {
        var other = new AccountId("org-other");
        await Store.OpenAccountAsync(other);
        await Store.ApplyAsync(other, Sample.Key("bcdefghijk"));
        await Store.ApplyAsync(
            Home, Sample.User("uma"), Sample.Key(Key.Value), Sample.Invitation("i1", "uma", Clock.Now.Plus(Hour)));

        var moment = await Store.ApplyAsync(Home, new AccountClosed());

        (await KeyAsync())!.IsValidAt(Clock.Now).ShouldBeFalse();
        (await Store.AskAsync(Home, reads => reads.OpenInvitationAsync(new("uma")))).ShouldBeNull();
        (await Store.AskAsync(other, reads => reads.KeyAsync(new("bcdefghijk"))))!.IsValidAt(Clock.Now).ShouldBeTrue();
        var accounts = await Store.AccountsAsync("", 10, Token);
        accounts.Select(account => account.ClosedAt).ShouldBe([moment.Now, null]);
    }

    [Fact]
    public async Task Noting_a_use_shows_soon_and_is_no_change()
    {
        await Store.ApplyAsync(Home, Sample.Key(Key.Value), Sample.Key("bcdefghijk"));
        var used = Clock.Now.Plus(TimeSpan.FromMicroseconds(7));

        await Store.NoteKeyUseAsync([new(Home, Key, used), new(Home, new("unknownkey"), used), new(new("org-none"), Key, used)], Token);

        await Soon.ShouldBeAsync(async () => (await KeyAsync())!.LastUsedAt, used);
        (await Store.AskAsync(Home, reads => reads.KeyAsync(new("bcdefghijk"))))!.LastUsedAt.ShouldBeNull();
        (await Store.RevisionAsync(Home)).ShouldBe(3);
    }

    [Fact]
    public async Task The_last_use_does_not_go_back()
    {
        await Store.ApplyAsync(Home, Sample.Key(Key.Value), Sample.Key("bcdefghijk"));
        var (early, late) = (Clock.Now, Clock.Now.Plus(Hour));

        await Store.NoteKeyUseAsync([new(Home, Key, late)], Token);
        await Store.NoteKeyUseAsync([new(Home, Key, early), new(Home, new("bcdefghijk"), early)], Token);

        await Soon.ShouldBeAsync(
            async () => (await Store.AskAsync(Home, reads => reads.KeyAsync(new("bcdefghijk"))))!.LastUsedAt, early);
        (await KeyAsync())!.LastUsedAt.ShouldBe(late);
    }

    private Task<ApiKey?> KeyAsync() => Store.AskAsync(Home, reads => reads.KeyAsync(Key));

    private async Task<IEnumerable<string>> ListAsync() =>
        (await Store.AskAsync(Home, reads => reads.KeysAsync(new Page(0, 10)))).Items.Select(key => key.Id.Value);
}
