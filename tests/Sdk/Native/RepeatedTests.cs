using Roster.Sdk.Native;

namespace Roster.Tests.Sdk.Native;

/// <summary>Writes whose answer is lost on the way, against a real server: they are made again, and done once.</summary>
public sealed class RepeatedTests(SdkServer server)
{
    [Fact]
    public async Task What_is_made_again_is_made_once()
    {
        using var losing = new Losing();
        using var client = await server.NativeAsync(new() { Handler = losing });

        var made = await client.Groups.CreateAsync("Warehouse");
        var renamed = await client.Groups.RenameAsync(made.Id, "Lake", new WriteOptions { IfMatch = made.ETag });
        await client.Groups.DeleteAsync(made.Id, new WriteOptions { IfMatch = renamed.ETag });

        losing.Lost.ShouldBe(3);
        renamed.ShouldBe(made with { Name = "Lake" });
        (await client.Changes.ListAsync().Select(entry => entry.Kind).Where(kind => kind.StartsWith("Scope")).ToListAsync())
            .ShouldBe(["ScopeCreated", "ScopeChanged", "ScopeEnded"]);
    }

    [Fact]
    public async Task A_secret_whose_answer_was_lost_is_not_shown_again()
    {
        using var losing = new Losing();
        using var client = await server.NativeAsync(new() { Handler = losing });
        await client.Users.CreateAsync(new NewUser("grace") { Id = "grace", Invite = true });

        var minted = await client.Keys.MintAsync(new NewKey("reader", [Grant.Read]));
        var invitation = await client.Invitations.IssueAsync("grace");

        (minted.Id.Length, minted.Text).ShouldBe((10, null));
        (invitation.UserId, invitation.Token, invitation.Link).ShouldBe(("grace", null, null));
        (await client.Keys.RotateAsync(minted.Id)).Text.ShouldBeNull();
    }

    [Fact]
    public async Task A_write_that_its_caller_has_named_is_done_once_by_whomever()
    {
        using var client = await server.NativeAsync();
        var named = new WriteOptions { IdempotencyKey = Guid.NewGuid().ToString() };

        var first = await client.Groups.CreateAsync("Warehouse", options: named);
        var second = await client.Groups.CreateAsync("Warehouse", options: named);
        var refused = await Should.ThrowAsync<RosterException>(() => client.Groups.CreateAsync("Lake", options: named));

        second.ShouldBe(first);
        refused.Code.ShouldBe("idempotency-key-reused");
        (await client.Groups.ListAsync().CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_has_changed_since_is_not_changed()
    {
        using var client = await server.NativeAsync();
        var account = await client.Account.GetAsync();
        var group = await client.Groups.CreateAsync("Warehouse", options: new() { IfMatch = account.ETag });
        await client.Groups.RenameAsync(group.Id, "Lake");

        var changed = await Should.ThrowAsync<RosterException>(() => client.Groups.RenameAsync(group.Id, "Sea", new() { IfMatch = group.ETag }));
        var moved = await Should.ThrowAsync<RosterException>(() => client.Groups.CreateAsync("Sea", options: new() { IfMatch = account.ETag }));
        await client.Memberships.PutAsync(Place.Group(group.Id), "ada", "View Destination", options: new() { IfNoneMatch = "*" });
        var there = await Should.ThrowAsync<RosterException>(
            () => client.Memberships.PutAsync(Place.Group(group.Id), "ada", "View Destination", options: new() { IfNoneMatch = "*" }));

        new[] { changed.Code, moved.Code, there.Code }.ShouldBe(["version-changed", "version-changed", "version-changed"]);
    }

    [Fact]
    public async Task The_operators_writes_are_done_once_too()
    {
        using var losing = new Losing();
        using var client = new RosterClient(server.Address, RosterServer.OperatorKey, new() { Handler = losing });

        var opened = await client.Accounts.OpenAsync("Example Ltd");
        var minted = await client.Accounts.MintKeyAsync(opened.Account.Id, new NewKey("spare", [Grant.Admin]));
        await client.Accounts.CloseAsync(opened.Account.Id);

        losing.Lost.ShouldBe(3);
        opened.Key.Text.ShouldBeNull();
        minted.Text.ShouldBeNull();
    }

    /// <summary>Loses each write's first answer, after the server has given it.</summary>
    private sealed class Losing() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly HashSet<string> _seen = [];

        public int Lost { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!request.Headers.TryGetValues("Idempotency-Key", out var keys) || !_seen.Add(keys.Single()))
            {
                return response;
            }

            response.Dispose();
            Lost++;
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the answer got lost");
        }
    }
}
