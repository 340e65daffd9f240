using Roster.Core.Access;
using Roster.Core.Access.Graph;

namespace Roster.Tests.Storage.Conformance.Access;

/// <summary>All that can be asked about access, over one store.</summary>
internal sealed class World
{
    private readonly CheckAccess _check;
    private readonly SearchSubjects _subjects;
    private readonly SearchResources _resources;
    private readonly SearchActions _actions;
    private readonly ExplainAccess _explain;

    public World(IStore store)
    {
        Graphs = new(store, new(100_000_000));
        _check = new(store, Graphs);
        _subjects = new(store, Graphs, _check);
        _resources = new(store, Graphs, _check);
        _actions = new(store);
        _explain = new(store);
    }

    public AccessGraphs Graphs { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask<Outcome<bool>> CheckAsync(AccountId account, Asked asked, long confirmed) =>
        _check.RunAsync(new Caller(account, new ServerActor(), Door.AuthZen) { Confirmed = confirmed }, asked.Question, Token);

    public async Task<bool> CheckAsync(AccountId account, Asked asked) => (await CheckAsync(account, asked, 0)).Value;

    public ValueTask<Outcome<IReadOnlyList<bool>>> CheckAllAsync(AccountId account, IReadOnlyList<Asked> asked, long confirmed) =>
        _check.RunAsync(
            new Caller(account, new ServerActor(), Door.AuthZen) { Confirmed = confirmed }, [.. asked.Select(one => one.Question)], Token);

    public async Task<IReadOnlyList<bool>> CheckAllAsync(AccountId account, IReadOnlyList<Asked> asked) =>
        (await CheckAllAsync(account, asked, 0)).Value;

    public async Task<bool> ExplainAsync(AccountId account, Asked asked)
    {
        var explained = (await _explain.RunAsync(Caller(account), asked.Question, Token)).Value;
        explained.Reasons.Count.ShouldBe(explained.Decision ? Math.Max(1, explained.Reasons.Count) : 0);
        return explained.Decision;
    }

    public Task<IReadOnlyList<string>> SubjectsAsync(AccountId account, Asked asked, int limit) => WalkAsync(after => _subjects.RunAsync(
        Caller(account),
        new(asked.SubjectType, asked.Action, asked.Question.ActionProperties, asked.Question.Resource, asked.Question.Context),
        after,
        limit,
        Token));

    public Task<IReadOnlyList<string>> ResourcesAsync(AccountId account, Asked asked, int limit) => WalkAsync(after => _resources.RunAsync(
        Caller(account),
        new(asked.Question.Subject, asked.Action, asked.Question.ActionProperties, asked.ResourceType, asked.Question.Context),
        after,
        limit,
        Token));

    public Task<IReadOnlyList<string>> ActionsAsync(AccountId account, Asked asked, int limit) => WalkAsync(after => _actions.RunAsync(
        Caller(account), new(asked.Question.Subject, asked.Question.Resource, asked.Question.Context), after, limit, Token));

    private static Caller Caller(AccountId account) => new(account, new ServerActor(), Door.AuthZen);

    private static async Task<IReadOnlyList<string>> WalkAsync(Func<string, ValueTask<Outcome<AccessPage>>> ask)
    {
        var found = new List<string>();
        for (var after = ""; after is not null;)
        {
            var page = (await ask(after)).Value;
            found.AddRange(page.Ids);
            after = page.Next;
        }

        return found;
    }
}
