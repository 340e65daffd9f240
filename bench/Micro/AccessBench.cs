using System.Diagnostics;
using Roster.Core.Access;
using Roster.Core.Access.Graph;
using Roster.Core.Changes;
using Roster.Storage.Sqlite;

namespace Roster.Bench.Micro;

/// <summary>
/// What access checks cost in the process: the first of a cold account, the graph that is made, and checks three levels deep, one by
/// one and many at once. Processor time is told beside the clock's, as the machine may be busy with others.
/// </summary>
internal static class AccessBench
{
    private const int Checks = 5_000_000;
    private const int Batch = 100;

    public static async Task<int> RunAsync(int users, int each)
    {
        var folder = Directory.CreateTempSubdirectory("roster-micro-");
        try
        {
            await using var store = await SqliteStore.OpenAsync(
                new SqliteOptions { File = Path.Combine(folder.FullName, "roster.db") }, TimeProvider.System, CancellationToken.None);
            var account = new LargeAccount(store, users, each);
            var filling = Stopwatch.StartNew();
            await account.FillAsync();
            Console.WriteLine($"{users:N0} users, {account.Memberships:N0} memberships, filled in {filling.Elapsed.TotalSeconds:N0} s");

            var before = Held();
            var graphs = new AccessGraphs(store, new(4L << 30));
            store.Follow(graphs);
            var check = new CheckAccess(store, graphs);
            await MeasureColdAsync(check, graphs);
            var taken = Held() - before;
            Console.WriteLine($"memory: {(double)taken / account.Memberships:N1} bytes a membership (the graph counts {(double)graphs.Bytes / account.Memberships:N1})");

            AccessQuestion[] questions = [.. Enumerable.Range(0, 100_000).Select(i => LargeAccount.Question((int)((uint)i * 7919u % (uint)users), i % each))];
            for (var run = 0; run < 3; run++)
            {
                await MeasureOneByOneAsync("one by one, over all users", check, questions);
                await MeasureOneByOneAsync("one by one, the same hundred", check, questions[..100]);
                await MeasureBatchesAsync(check, questions);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static long Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static Caller Caller => new(LargeAccount.Id, new ServerActor(), Door.AuthZen);

    private static async Task MeasureColdAsync(CheckAccess check, AccessGraphs graphs)
    {
        var watch = Stopwatch.StartNew();
        var first = await check.RunAsync(Caller, LargeAccount.Question(7, 0), CancellationToken.None);
        Console.WriteLine($"first check of the cold account: {watch.Elapsed.TotalMilliseconds:N1} ms ({first.Value})");
        var cpu = Environment.CpuUsage.TotalTime;
        while (graphs.Made == 0)
        {
            await Task.Delay(1);
        }

        Console.WriteLine($"graph made after {watch.Elapsed.TotalMilliseconds:N0} ms ({(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds:N0} ms of processor)");
    }

    private static async Task MeasureOneByOneAsync(string what, CheckAccess check, AccessQuestion[] questions)
    {
        var caller = Caller;
        var (watch, cpu, allocated, yes) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread(), 0);
        for (var i = 0; i < Checks; i++)
        {
            var answer = check.RunAsync(caller, questions[i % questions.Length], CancellationToken.None);
            yes += (answer.IsCompletedSuccessfully ? answer.Result : await answer).Value ? 1 : 0;
        }

        Tell(what, Checks, watch.Elapsed, Environment.CpuUsage.TotalTime - cpu, GC.GetAllocatedBytesForCurrentThread() - allocated, yes);
    }

    private static async Task MeasureBatchesAsync(CheckAccess check, AccessQuestion[] questions)
    {
        var caller = Caller;
        AccessQuestion[][] batches = [.. questions.Chunk(Batch)];
        var (watch, cpu, allocated, yes) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread(), 0);
        for (var i = 0; i < Checks / Batch; i++)
        {
            var answers = await check.RunAsync(caller, batches[i % batches.Length], CancellationToken.None);
            yes += answers.Value.Count(answer => answer);
        }

        Tell($"{Batch} at once, over all users", Checks, watch.Elapsed, Environment.CpuUsage.TotalTime - cpu, GC.GetAllocatedBytesForCurrentThread() - allocated, yes);
    }

    private static void Tell(string what, int checks, TimeSpan clock, TimeSpan cpu, long allocated, int yes)
    {
        if (yes != checks)
        {
            throw new InvalidOperationException($"{checks - yes} checks were answered wrongly.");
        }

        Console.WriteLine(
            $"{what}: {checks / clock.TotalSeconds / 1e6:N2} million a second by the clock, {checks / cpu.TotalSeconds / 1e6:N2} by the processor ({cpu.TotalNanoseconds / checks:N0} ns, {(double)allocated / checks:N0} bytes each)");
    }
}
