using Roster.Sdk.WhyLabs;
using Roster.Tests.Http.WhyLabs;
using Roster.Tests.Http.WhyLabs.Contract;
using Case = Roster.Tests.Http.WhyLabs.Contract.Case;

namespace Roster.Tests.Sdk.Contract;

/// <summary>Every case of WhyLabs' contract that can be said in the SDK's words.</summary>
public sealed class WhyLabsCases(SdkServer server)
{
    public sealed record Row(string Test, Case It)
    {
        public override string ToString() => $"{Test}: {It}";
    }

    internal static Saying<WhyLabsClient> Saying { get; } = new(WhyLabsOperations.All, WhyLabsJson.Default);

    public static IEnumerable<Row> All =>
        CaseList.Of(typeof(AccountUserTests), typeof(Case)).Select(row => new Row(row.Test, (Case)row.Row[0]!));

    public static TheoryData<Row> Sayable => [.. All.Where(row => WhyNot(row.It) is null)];

    [Theory, MemberData(nameof(Sayable), DisableDiscoveryEnumeration = true)]
    public async Task Holds(Row row)
    {
        var (it, world) = (row.It, await World.MakeAsync(server.Server));
        await (it.Before?.Invoke(world) ?? Task.CompletedTask);
        var by = it.By is { } other ? await other(world) : world.Admin;

        await SayAsync(world, by, it.Request, it.Body, it.Status, it.Json);

        if (it.Then is { } then)
        {
            await SayAsync(world, world.Admin, "GET " + then.Target, null, 200, then.Json);
        }
    }

    internal static Rule? WhyNot(Case it) => Saying.WhyNot(Filled(it.Request), it.Body);

    /// <summary>With some account in it.</summary>
    internal static string Filled(string request) => request.Replace("{a}", "/v0/accounts/org/{org}").Replace("{org}", "org-1");

    private async Task SayAsync(World world, Knocking by, string request, string? body, int status, string json)
    {
        var answer = await Saying.AskAsync(Connect, world.Fill(request), body);

        answer.ShouldAnswer(status, world.Fill(json).Replace("{id}", Case.RequestId));

        WhyLabsClient Connect(HttpMessageHandler handler) => new(by.Value, new() { BaseAddress = server.Address, Handler = handler, MaxRetries = 0 });
    }
}
