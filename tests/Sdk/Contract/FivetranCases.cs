using Roster.Sdk.Fivetran;
using Roster.Tests.Http.Fivetran;

namespace Roster.Tests.Sdk.Contract;

/// <summary>Every case of Fivetran's contract that can be said in the SDK's words.</summary>
public sealed class FivetranCases(SdkServer server)
{
    public sealed record Case(string Test, string Request, string? Body, int Status, string Answer)
    {
        public override string ToString() => $"{Test}: {Request} {Body}";
    }

    internal static Saying<FivetranClient> Saying { get; } = new(FivetranOperations.All, FivetranJson.Default);

    public static IEnumerable<Case> All =>
        from row in CaseList.Of(typeof(Http.Fivetran.Contract.UserTests), typeof(string), typeof(string), typeof(int), typeof(string))
        let it = new Case(row.Test, (string)row.Row[0]!, (string?)row.Row[1], (int)row.Row[2]!, (string)row.Row[3]!)
        from form in it.Request.Contains("{c}") ? new[] { "Connector", "Connection" } : [""]
        select it with { Request = it.Request.Replace("{c}", form.ToLowerInvariant() + "s"), Answer = it.Answer.Replace("{C}", form) };

    public static TheoryData<Case> Sayable => [.. All.Where(it => Saying.WhyNot(it.Request, it.Body) is null)];

    [Theory, MemberData(nameof(Sayable), DisableDiscoveryEnumeration = true)]
    public async Task Holds(Case it)
    {
        var world = await World.MakeAsync(server.Server);

        var answer = await Saying.AskAsync(Connect, it.Request, it.Body);

        answer.ShouldBe(it.Status, it.Answer);

        FivetranClient Connect(HttpMessageHandler handler) => new(
            world.Admin.Id.Value,
            world.Admin.Secret,
            new() { BaseAddress = server.Address, Handler = handler, MaxRetries = 0, UseConnectorPaths = it.Request.Contains("/connectors") });
    }
}
