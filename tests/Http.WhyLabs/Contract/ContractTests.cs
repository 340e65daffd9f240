namespace Roster.Tests.Http.WhyLabs.Contract;

/// <summary>One theory for each operation: success and every error that is the operation's own. <see cref="EveryRouteTests"/> has the common ones.</summary>
public abstract class ContractTests(WhyLabsServer server)
{
    protected async Task HoldsAsync(Case @case)
    {
        var world = await World.MakeAsync(server.Server);
        await (@case.Before?.Invoke(world) ?? Task.CompletedTask);
        var by = @case.By is { } other ? await other(world) : world.Admin;

        var (method, target) = (@case.Request.Split(' ')[0], world.Fill(@case.Request.Split(' ')[1]));
        var answer = await by.SendAsync(method, target, @case.Body, ("X-Request-Id", Case.RequestId));

        answer.ShouldAnswer(@case.Status, world.Fill(@case.Json).Replace("{id}", Case.RequestId));
        answer.Header("X-Request-Id").ShouldBe(Case.RequestId);
        answer.Header("Roster-Revision").ShouldNotBeNull();
        server.Document.Problems(method, target, answer.Status, answer.Header("Content-Type"), answer.Text).ShouldBeEmpty();
        if (@case.Then is { } then)
        {
            (await world.Admin.GetAsync(world.Fill(then.Target))).ShouldAnswer(200, world.Fill(then.Json));
        }
    }
}
