namespace Roster.Tests.Http.Native.Rights;

/// <summary>What an actor may do (design §5): every kind of key × every kind of operation × where its owner holds what, held against a small model.</summary>
public sealed class RightsTests(NativeServer server)
{
    public static TheoryData<Asker> Everyone => [.. Asker.All];

    [Theory, MemberData(nameof(Everyone))]
    public async Task At_this_door(Asker asker)
    {
        var world = await RightsWorld.MakeAsync(server.Roster);
        var by = Knocking.Native(server.Roster, await world.KeyOfAsync(asker));
        foreach (var (operation, (method, target, body)) in await PreparedAsync(world, NativeOperations.All))
        {
            var before = await world.Account.RevisionAsync();

            var answer = await by.SendAsync(method, target, body);

            var refusal = answer.Status < 300 ? null : answer.Json.GetProperty("type").GetString()!.Split(':')[^1];
            refusal.ShouldBe(asker.Refusal(operation.Need, operation.Place, operation.Touched), $"{asker}: {operation}: {answer.Text}");
            if (refusal is not null)
            {
                answer.Status.ShouldBe(403);
                (await world.Account.RevisionAsync()).ShouldBe(before);
            }
        }
    }

    [Theory, MemberData(nameof(Everyone))]
    public async Task At_the_vendors_doors(Asker asker)
    {
        var world = await RightsWorld.MakeAsync(server.Roster);
        var key = await world.KeyOfAsync(asker);
        foreach (var (door, operations) in new[]
        {
            (Knocking.Fivetran(server.Roster, key), VendorOperations.Fivetran),
            (Knocking.WhyLabs(server.Roster, key), VendorOperations.WhyLabs),
        })
        {
            foreach (var (operation, (method, target, body)) in await PreparedAsync(world, operations))
            {
                var answer = await door.SendAsync(method, target, body);

                var refused = asker.Refusal(operation.Need, operation.Place, operation.Touched) is not null;
                (answer.Status, answer.Status == 403).ShouldBe((refused ? 403 : answer.Status, refused), $"{asker}: {operation}: {answer.Text}");
                (refused || answer.Status is 200 or 201).ShouldBeTrue($"{asker}: {operation}: {answer.Text}");
            }
        }
    }

    // All at once, so that they share the store's commits.
    private static async Task<IEnumerable<(Operation Operation, (string Method, string Target, string? Body) Request)>> PreparedAsync(
        RightsWorld world, IEnumerable<Operation> operations)
    {
        var all = operations.ToList();
        return all.Zip(await Task.WhenAll(all.Select(operation => operation.Prepare(world))));
    }
}
