namespace Roster.Tests.Storage.Conformance.Access;

/// <summary>One writes a history while several ask, each naming the revision that was answered last, and hold what they are told against it.</summary>
internal static class AccessRace
{
    private const int Askers = 3;

    /// <param name="writer">Where the history is written.</param>
    /// <param name="world">Where the questions are asked; of another process, perhaps.</param>
    /// <param name="pinned">In the place of the revision that is known, to be answered from older knowledge.</param>
    /// <returns>Complaints.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(AccessHistory history, IStore writer, World world, long? pinned)
    {
        history.IsTelling.ShouldBeTrue();
        var known = 0L;
        var next = 0;
        while (known < history.Begun)
        {
            known = await ApplyAsync();
        }

        // From memory, from here on.
        while (world.Graphs.Made == 0)
        {
            await world.CheckAsync(history.Account, history.Questions[0], known);
        }

        using var done = new CancellationTokenSource();
        var askers = Enumerable.Range(0, Askers).Select(asker => Task.Run(() => AskAsync(asker))).ToList();
        while (next < history.Sets.Count)
        {
            Volatile.Write(ref known, await ApplyAsync());
            await Task.Yield();
        }

        await done.CancelAsync();
        return [.. (await Task.WhenAll(askers)).SelectMany(complaints => complaints)];

        async Task<long> ApplyAsync()
        {
            var set = history.Sets[next++];
            return set.Count == 0 ? known : (await writer.ApplyAsync(history.Account, set)).Revision + set.Count;
        }

        async Task<List<string>> AskAsync(int seed)
        {
            var (random, complaints) = (new Random(seed), new List<string>());
            for (var last = false; !last && complaints.Count < 5;)
            {
                last = done.IsCancellationRequested;

                // What is answered from memory never waits, and the writer needs a thread now and then.
                await Task.Yield();
                var least = Volatile.Read(ref known);
                var question = random.Next(4) == 0
                    ? random.Next(history.Questions.Count)
                    : history.Worth[random.Next(history.Worth.Count)];
                var answer = await world.CheckAsync(history.Account, history.Questions[question], pinned ?? least);
                if (history.Complaint(question, answer.Value, answer.Revision, least) is { } complaint)
                {
                    complaints.Add(complaint);
                }
            }

            return complaints;
        }
    }
}
