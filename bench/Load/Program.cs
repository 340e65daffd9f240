using Roster.Bench.Load;
using Roster.Bench.Load.Copying;
using Roster.Bench.Load.Postgres;

var scenarios = new Dictionary<string, Func<Bench, Task>>
{
    ["point"] = Reads.PointAsync,
    ["page"] = Reads.PageAsync,
    ["evaluate"] = Evaluations.SinglesAsync,
    ["evaluate-batch"] = Evaluations.BatchesAsync,
    ["create"] = Creates.RunAsync,
    ["create-named"] = NamedCreates.RunAsync,
    ["import"] = Imports.RunAsync,
    ["scale"] = Scale.RunAsync,
    ["members"] = Members.RunAsync,
    ["start"] = Starts.RunAsync,
    ["pg-create"] = PostgresCreates.InOneAccountAsync,
    ["pg-creates"] = PostgresCreates.InManyAccountsAsync,
    ["pg-point"] = PostgresReads.KeptAsync,
    ["pg-point-unkept"] = PostgresReads.UnkeptAsync,
    ["pg-two"] = TwoServers.RunAsync,
    ["copy"] = Copies.RunAsync,
    ["pg-sizes"] = Sizes.RunAsync,
};
var chosen = args is [] or ["all"] ? [.. scenarios.Keys] : args;
if (chosen.FirstOrDefault(name => !scenarios.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no scenario '{unknown}'. There are: all {string.Join(' ', scenarios.Keys)}");
    return 2;
}

using var bench = new Bench();
Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, {Bench.Processor()}, .NET {Environment.Version}\n");
foreach (var name in chosen)
{
    await scenarios[name](bench);
}

return 0;
