using Roster.Http;
using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Keys;

/// <summary>Every route × everything that is not a key of the account: the door's own refusal, and nothing is written.</summary>
[Collection(nameof(AbusedServer))]
public sealed class BadKeyTests(AbusedServer server)
{
    public static TheoryData<string> EveryText => [.. BadKeys.Texts.Keys];

    public static TheoryData<string> EveryHeader => [.. BadKeys.Headers.Keys];

    private Doors Doors => server.Roster.Get<Doors>();

    [Theory]
    [MemberData(nameof(EveryText))]
    public async Task A_text_that_is_no_key_of_the_account_opens_nothing(string name)
    {
        var world = await World.MakeAsync(server.Roster);
        var text = await BadKeys.Texts[name](world);

        await RefusedEverywhereAsync(
            world, Declared.All.Where(request => request.Need != Need.Operator || text != RosterServer.OperatorKey), source => new(false, Presented.As(source, text)));
    }

    [Theory]
    [MemberData(nameof(EveryHeader))]
    public async Task A_header_that_holds_no_key_opens_nothing(string name)
    {
        var world = await World.MakeAsync(server.Roster);

        await RefusedEverywhereAsync(world, Declared.All, source => BadKeys.Headers[name](source, world.Account.Key));
    }

    [Fact]
    public async Task No_key_of_an_account_opens_what_is_the_operator_s()
    {
        var world = await World.MakeAsync(server.Roster);

        await RefusedEverywhereAsync(
            world, Declared.All.Where(request => request.Need == Need.Operator), source => new(false, Presented.As(source, world.Account.Key)));
    }

    private async Task RefusedEverywhereAsync(World world, IEnumerable<DeclaredRequest> requests, Func<CredentialSource, BadKey> bad)
    {
        var revision = await world.Account.RevisionAsync();
        var accounts = await AccountsAsync();

        foreach (var request in requests)
        {
            var dialect = Doors.Of(request.Target.Split('?')[0], out _);
            var key = bad(dialect.Credential);
            var answer = await world.SendBareAsync(Filled(world, request), [.. key.Headers, ("X-Request-Id", Refusals.RequestId)]);
            if (request.Need == Need.Anyone)
            {
                answer.Status.ShouldNotBeOneOf([400, 401, 403, 500], request.ToString());
                continue;
            }

            (answer.Status, answer.Text).ShouldBe(key.IsMissing ? Refusals.Missing(dialect) : Refusals.Bad(dialect), $"{request}");
            (answer.Header("WWW-Authenticate") is null).ShouldBe(dialect.Credential == CredentialSource.ApiKeyHeader, $"{request}");
            answer.Header(RevisionHeaders.Revision).ShouldBeNull($"{request}");
        }

        (await world.Account.RevisionAsync()).ShouldBe(revision);
        (await AccountsAsync()).ShouldBe(accounts);
    }

    /// <summary>What needs no key is asked for with a wrong secret, so that it writes nothing either.</summary>
    private static FilledRequest Filled(World world, DeclaredRequest request) =>
        request.Fill((_, placeholder) => placeholder == "token" ? world["token"][..^1] : world[placeholder]);

    private async Task<int> AccountsAsync() => (await server.Roster.Store.AccountsAsync("", 100_000, CancellationToken.None)).Count;
}
