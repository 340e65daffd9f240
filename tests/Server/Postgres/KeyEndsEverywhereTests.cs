using Roster.Tests.Server.Calls;
using Roster.Tests.Server.MixedDoors;

namespace Roster.Tests.Server.Postgres;

/// <summary>What ends a key at one process ends it in the next request at every other, however well that one knows the key.</summary>
[Collection(TwoProcesses.Sharing.Name)]
public sealed class KeyEndsEverywhereTests(TwoProcesses two)
{
    private static readonly int Rounds = FullMode.Of(400, normally: 40);

    [Fact]
    public Task Revoked() => ShouldEndAsync((at, key) => at.DoAsync(at.Native.RevokeKey(key.Id)));

    [Fact]
    public Task Rotated_without_overlap() => ShouldEndAsync((at, key) => at.DoAsync(at.Native.RotateKey(key.Id)));

    [Fact]
    public Task Its_owner_deactivated() => ShouldEndAsync((at, key) => at.DoAsync(at.WhyLabs.SetActive(key.Owner, false)));

    [Fact]
    public Task Its_owner_deleted() => ShouldEndAsync((at, key) => at.DoAsync(at.Fivetran.Delete(key.Owner)));

    [Fact]
    public Task Its_owners_role_ended() => ShouldEndAsync((at, key) => at.DoAsync(at.Fivetran.EndRole(key.Owner)), refusal: 403);

    [Fact]
    public async Task Its_account_closed()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var at = await OpenAsync();
            var key = await MintAsync(at, "ada@example.com");
            var used = two.Both.AtSecond(at).With(key.Text);
            await ShouldOpenAsync(used);

            await two.Both.CloseAccountAsync(at);

            await ShouldRefuseAsync(used, 401);
        }
    }

    [Fact]
    public async Task Nobody_is_shown_what_was_kept_before_a_write_elsewhere()
    {
        var at = await OpenAsync();
        var (here, there) = (two.Both.AtFirst(at), two.Both.AtSecond(at));
        for (var round = 0; round < Rounds; round++)
        {
            (await there.DoAsync(there.Native.Memberships(""))).Revision.ShouldBe((await there.DoAsync(there.Native.Memberships(""))).Revision);

            var user = await here.CreateAsync($"user{round}@example.com");
            var given = await here.DoAsync(here.Native.GiveInAccount(user, "Account Reviewer"));

            var shown = await there.DoAsync(there.Native.Memberships(""));
            shown.Revision.ShouldBe(given.Revision);
            shown.List("items").ShouldContain(held => (string?)held["userId"] == user);
            (here, there) = (there, here);
        }
    }

    /// <summary>Both processes take turns in knowing the key and in ending it.</summary>
    private async Task ShouldEndAsync(Func<AccountClient, Key, Task> endAsync, int refusal = 401)
    {
        var at = await OpenAsync();
        var (here, there) = (two.Both.AtFirst(at), two.Both.AtSecond(at));
        for (var round = 0; round < Rounds; round++)
        {
            var key = await MintAsync(here, $"user{round}@example.com");
            var used = there.With(key.Text);
            await ShouldOpenAsync(used);

            await endAsync(here, key);

            await ShouldRefuseAsync(used, refusal);
            (here, there) = (there, here);
        }
    }

    /// <summary>An account with an owner who stays.</summary>
    private async Task<AccountClient> OpenAsync()
    {
        var at = await two.Both.OpenAccountAsync();
        await at.DoAsync(at.Native.GiveInAccount(await at.CreateAsync("owner@example.com"), "Account Administrator"));
        return at;
    }

    private static async Task<Key> MintAsync(AccountClient at, string email)
    {
        var owner = await at.CreateAsync(email);
        await at.DoAsync(at.Native.GiveInAccount(owner, "Account Administrator"));
        var minted = await at.DoAsync(at.Native.MintKey(owner));
        return new(minted.Text("id"), owner, minted.Text("key"));
    }

    /// <summary>Asked twice, so that the second answer is by what the process has kept.</summary>
    private static async Task ShouldOpenAsync(AccountClient used)
    {
        await used.DoAsync(used.Native.Memberships(""));
        await used.DoAsync(used.Native.Memberships(""));
    }

    /// <summary>Also where the answer itself is kept.</summary>
    private static async Task ShouldRefuseAsync(AccountClient used, int refusal) =>
        (await used.SendAsync(used.Native.Memberships(""))).Status.ShouldBe(refusal);

    private sealed record Key(string Id, string Owner, string Text);
}
