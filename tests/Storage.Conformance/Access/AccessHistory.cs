using Roster.Tests.Storage.Conformance.Model;

namespace Roster.Tests.Storage.Conformance.Access;

/// <summary>A random history of one account, made beforehand, and what a few hundred questions are answered after each of its sets.</summary>
internal sealed class AccessHistory
{
    private readonly Dictionary<long, bool[]> _answers = [];

    /// <param name="now">Stands still meanwhile.</param>
    public AccessHistory(int seed, int sets, int questions, Instant now)
    {
        var random = new Random(seed);
        var model = new ModelAccount(new($"org-access{seed}"));
        Account = model.Id;
        var keys = 0;
        var history = new RandomHistory(random, model, () => new KeyId($"{seed:00000}{keys++:00000}")) { StaysOpen = true };
        while (Sets.Count < 30)
        {
            Sets.Add(history.NextSet(now, Acts.Actor, Door.Native));
        }

        Questions = [.. Enumerable.Range(0, questions).Select(_ => Asked.Random(random, model))];
        Begun = model.Revision;
        Note(model, now);
        for (var set = 0; set < sets; set++)
        {
            Sets.Add(history.NextSet(now, Acts.Actor, Door.Native));
            Note(model, now);
        }

        // What is always answered alike shows little.
        Worth = [.. Enumerable.Range(0, questions).Where(i => _answers.Values.Select(answers => answers[i]).Distinct().Count() > 1)];
    }

    /// <summary>In the course of some histories hardly an answer changes: those are left out.</summary>
    public static IEnumerable<AccessHistory> Telling(int sets, int questions, Instant now) =>
        Enumerable.Range(0, int.MaxValue).Select(seed => new AccessHistory(seed, sets, questions, now)).Where(history => history.IsTelling);

    public AccountId Account { get; }

    /// <summary>The first of them make the account.</summary>
    public List<IReadOnlyList<Change>> Sets { get; } = [];

    public IReadOnlyList<Asked> Questions { get; }

    /// <summary>The first revision whose answers are known.</summary>
    public long Begun { get; }

    /// <summary>Questions whose answers change in the course of the history.</summary>
    public IReadOnlyList<int> Worth { get; }

    public bool IsTelling => Worth.Count > 5;

    /// <summary>What is wrong with an answer; null for nothing.</summary>
    /// <param name="least">The revision that somebody had been told before it was asked.</param>
    public string? Complaint(int question, bool answer, long revision, long least) =>
        revision < least ? $"answered at {revision}, when {least} was known"
        : !_answers.TryGetValue(revision, out var answers) ? $"answered at {revision}, in the midst of a set"
        : answers[question] != answer ? $"answered {answer} at {revision}: {Questions[question].Question}"
        : null;

    private void Note(ModelAccount model, Instant now)
    {
        var naive = new NaiveAccess(model, model.MomentAt(now).Now);
        _answers[model.Revision] = [.. Questions.Select(naive.Permits)];
    }
}
