namespace Roster.Tests.Sdk.Contract;

/// <summary>How much of the contracts is said in the SDK's words, and what is left out by which rule.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    /// <summary>Routes whose success is a test of its own in the dialect, and one of the SDK's own here.</summary>
    private static readonly string[] SucceedElsewhere =
    [
        "GET /v1/roles", "GET /v1/account/info", "POST /v1/users/{}/connectors", "POST /v1/users/{}/connections",
        "POST /v1/teams", "PATCH /v1/teams/{}", "DELETE /v1/teams/{}", "POST /v1/teams/{}/connectors", "POST /v1/teams/{}/connections",
        "GET /api/memberships/{}/{}/teams/{}",
        "POST /api/invitations/accept", "GET /api/roles", "GET /api/resource-types/{}", "GET /api/resources/{}/{}",
    ];

    [Fact]
    public void Fivetrans_cases_are_said() => Report(
        "Fivetran",
        FivetranOperations.All.Routes,
        FivetranCases.All.Select(it => (it.Request, FivetranCases.Saying.WhyNot(it.Request, it.Body), it.Status < 300)),
        request => FivetranOperations.All.RouteOf(request));

    [Fact]
    public void WhyLabs_cases_are_said() => Report(
        "WhyLabs",
        WhyLabsOperations.All.Routes,
        WhyLabsCases.All.Select(row => (WhyLabsCases.Filled(row.It.Request), WhyLabsCases.WhyNot(row.It), row.It.Status < 300)),
        request => WhyLabsOperations.All.RouteOf(request));

    [Fact]
    public void Our_own_cases_are_said() => Report(
        "Native",
        NativeOperations.All.Routes,
        NativeCases.All.Select(row => (row.It.Request, NativeCases.WhyNot(row.It), row.It.Answer[0] == '2')),
        request => NativeOperations.All.RouteOf(request));

    private void Report(
        string dialect, IEnumerable<string> routes, IEnumerable<(string Request, Rule? Left, bool Succeeds)> cases, Func<string, string?> routeOf)
    {
        var all = cases.ToList();
        var said = all.Where(one => one.Left is null).ToList();
        output.WriteLine($"{dialect}: {said.Count} of {all.Count} cases are said in the SDK's words.");
        foreach (var left in all.Where(one => one.Left is not null).GroupBy(one => one.Left))
        {
            output.WriteLine($"  left out by {left.Key}: {string.Join("; ", left.Select(one => one.Request))}");
        }

        routes.Except(SucceedElsewhere).Except(said.Where(one => one.Succeeds).Select(one => routeOf(one.Request)!)).ShouldBeEmpty();
        all.ShouldNotContain(one => one.Left == Rule.NoOperation);
        (said.Count > all.Count * 7 / 10).ShouldBeTrue($"{said.Count} of {all.Count}");
    }
}
