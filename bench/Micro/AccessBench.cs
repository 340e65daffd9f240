using System.Diagnostics;
using Roster.Core.Access;
using Roster.Core.Access.Graph;
using Roster.Core.Changes;
using Roster.Storage.Sqlite;

namespace Roster.Bench.Micro;

/// <summary>
/// What access checks cost in the process: the first of a cold account, the graph that is made, its memory, and checks three levels
/// deep, one by one and many at once. Each figure is told as soon as it is there.
/// </summary>
internal static class AccessBench
{
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

            var graphs = new AccessGraphs(store, new(4L << 30));
            store.Follow(graphs);
            var check = new CheckAccess(store, graphs);
            await MeasureColdAsync(check, graphs);
            Console.WriteLine($"memory: {(double)graphs.Bytes / account.Memberships:N1} bytes a membership, as the graph counts them");

            var byHand = new ByHand(users, each);
            var random = new Random(1);
            AccessQuestion Any() => LargeAccount.Question(random.Next(users), random.Next(each));
            AccessQuestion AnyOfFew() => LargeAccount.Question(random.Next(Math.Min(users, 10)), random.Next(each));
            SideBySide.Run("one by one, of ten users", AnyOfFew, asked => OneByOne(check, asked), byHand.Ask);
            SideBySide.Run("one by one, of all users", Any, asked => OneByOne(check, asked), byHand.Ask);
            SideBySide.Run($"{Batch} at once, of all users", Any, asked => ManyAtOnce(check, asked), byHand.Ask);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Caller Caller { get; } = new(LargeAccount.Id, new ServerActor(), Door.AuthZen);

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

    private static int OneByOne(CheckAccess check, AccessQuestion[] questions)
    {
        var yes = 0;
        foreach (var question in questions)
        {
            yes += Now(check.RunAsync(Caller, question, CancellationToken.None)).Value ? 1 : 0;
        }

        return yes;
    }

    private static int ManyAtOnce(CheckAccess check, AccessQuestion[] questions)
    {
        var yes = 0;
        for (var from = 0; from < questions.Length; from += Batch)
        {
            var answers = Now(check.RunAsync(Caller, new ArraySegment<AccessQuestion>(questions, from, Batch), CancellationToken.None)).Value;
            for (var i = 0; i < answers.Count; i++)
            {
                yes += answers[i] ? 1 : 0;
            }
        }

        return yes;
    }

    private static T Now<T>(ValueTask<T> answer) =>
        answer.IsCompletedSuccessfully ? answer.Result : throw new InvalidOperationException("It was not answered from memory.");
}
