using Roster.Sdk.Native;
using Roster.Tests.Http.Native;
using Roster.Tests.Http.Native.Contract;
using Case = Roster.Tests.Http.Native.Contract.Case;

namespace Roster.Tests.Sdk.Contract;

/// <summary>Every case of the native contract that can be said in the SDK's words.</summary>
public sealed class NativeCases(SdkServer server)
{
    public sealed record Row(string Test, Case It)
    {
        public override string ToString() => $"{Test}: {It}";
    }

    internal static Saying<RosterClient> Saying { get; } = new(NativeOperations.All, NativeJson.Default);

    /// <summary>A row without an answer is a step of a test of its own.</summary>
    public static IEnumerable<Row> All =>
        CaseList.Of(typeof(UserTests), typeof(Case)).Select(row => new Row(row.Test, (Case)row.Row[0]!)).Where(row => row.It.Answer.Length > 0);

    public static TheoryData<Row> Sayable => [.. All.Where(row => WhyNot(row.It) is null)];

    [Theory, MemberData(nameof(Sayable), DisableDiscoveryEnumeration = true)]
    public async Task Holds(Row row)
    {
        var (it, world) = (row.It, await World.MakeAsync(server.Server));
        await (it.Before?.Invoke(world) ?? Task.CompletedTask);
        var by = it.By is { } other ? await other(world) : world.Admin;

        await SayAsync(world, by, it.Request, it.Body, it.Answer);

        if (it.Then is { } then)
        {
            await SayAsync(world, world.Admin, "GET " + then.Target, null, then.Answer);
        }
    }

    internal static Rule? WhyNot(Case it) => Saying.WhyNot(it.Request, it.Body);

    private async Task SayAsync(World world, Knocking by, string request, string? body, string answer)
    {
        var actual = await Saying.AskAsync(Connect, world.Fill(request), body is null ? null : world.Fill(body));

        // The account's own id is made as well, so it is masked on both sides.
        Shown.Of(actual).ShouldBe(world.Fill(answer).Replace(world.Account.Id.Value, "org-ID"));

        RosterClient Connect(HttpMessageHandler handler) =>
            new(server.Address, by.Value.Replace("Bearer ", ""), new() { Handler = handler, MaxRetries = 0 });
    }
}
