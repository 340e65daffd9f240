namespace Roster.Tests.Http.Native.Contract;

/// <summary>One theory for each operation: success and every error that is the operation's own. <see cref="EveryRouteTests"/> has the common ones.</summary>
public abstract class ContractTests(NativeServer server)
{
    protected NativeServer Server => server;

    protected async Task HoldsAsync(Case @case)
    {
        var world = await World.MakeAsync(server.Roster);
        await (@case.Before?.Invoke(world) ?? Task.CompletedTask);
        var by = @case.By is { } other ? await other(world) : world.Admin;

        var (method, target) = (@case.Request.Split(' ')[0], world.Fill(@case.Request.Split(' ')[1]));
        var answer = await by.SendAsync(method, target, @case.Body is null ? null : world.Fill(@case.Body), ("X-Request-Id", Shown.RequestId));

        Shown.Of(answer).ShouldBe(Normal(world, @case.Answer));
        answer.Header("Roster-Revision").ShouldNotBeNull();
        server.Document.Problems(method, target, answer.Status, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
        if (@case.Then is { } then)
        {
            Shown.Of(await world.Admin.GetAsync(world.Fill(then.Target), ("X-Request-Id", Shown.RequestId))).ShouldBe(Normal(world, then.Answer));
        }
    }

    // The account's own id is made as well, so it is masked on both sides.
    private static string Normal(World world, string expected) => world.Fill(expected).Replace(world.Account.Id.Value, "org-ID");
}
