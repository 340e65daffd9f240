using System.Diagnostics;
using Roster.Http;
using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Fuzz;

/// <summary>Sends one request after the other to accounts that nobody else writes to, and judges each answer.</summary>
internal sealed class FuzzWorker(RosterServer server, int seed) : IDisposable
{
    private const int CasesOfAWorld = 250;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private World? _world;
    private int _left;
    private WireConnection? _connection;

    // Null in a new world.
    private long? _revision;

    /// <summary>The routes that have done what they were asked for.</summary>
    public HashSet<string> Served { get; } = [];

    /// <summary>What is wrong with the case's answer, with all that is needed to see it again; null for nothing.</summary>
    public async Task<string?> RunAsync(int number)
    {
        if (_left-- == 0 || _world is null)
        {
            (_world, _left, _revision) = (await World.MakeAsync(server), CasesOfAWorld, null);
        }

        var draft = Generator.Make(Chance.Of(seed, number), _world);
        var before = await _world.Account.RevisionAsync();
        if (_revision is { } last && last != before)
        {
            return $"before case {number} the account was changed by nobody";
        }

        var bytes = draft.ToBytes();
        var watch = Stopwatch.StartNew();
        var (answer, failure) = await SendAsync(draft, bytes);
        var problem = failure ?? (watch.Elapsed > Bound ? $"answered after {watch.Elapsed}" : await JudgeAsync(draft, answer, before));
        Note(draft, answer);
        return problem is null
            ? null
            : $"ROSTER_FUZZ_SEED={seed} ROSTER_FUZZ_CASE={number}: {problem}\n{Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 3_000)))}\n=>\n{answer}\n";
    }

    public void Dispose() => _connection?.Dispose();

    private async Task<string?> JudgeAsync(Draft draft, Answer? answer, long before)
    {
        var after = await _world!.Account.RevisionAsync();
        _revision = after;
        if (answer is null)
        {
            // The end of the body never came: what wants one must not be done, what wants none may be, any time later.
            // A method that was put in another's place may want none, though the request had one.
            var wantsBody = draft.Request.Body is not null && draft.Method == draft.Request.Method;
            _world = wantsBody ? _world : null;
            return wantsBody && after != before ? "a request cut short was done" : null;
        }

        if (after != before && (answer.Status >= 300 || draft.Method is "GET" or "HEAD"))
        {
            return $"the account was changed from {before} to {after}";
        }

        var door = server.Get<Doors>().Of(draft.Request.Pattern, out _).Door;
        return Shapes.ProblemOf(answer, draft.HasOddPath ? null : door, draft.Method == "HEAD");
    }

    private async Task<(Answer? Answer, string? Failure)> SendAsync(Draft draft, byte[] bytes)
    {
        if (draft.IsMisframed || _connection is not { IsOpen: true })
        {
            _connection?.Dispose();
            _connection = await WireConnection.OpenAsync(server.Port);
        }

        try
        {
            await _connection.SendAsync(bytes);
        }
        catch (IOException)
        {
            // Refused before all of it was sent: the answer may be there all the same.
        }

        try
        {
            if (draft.IsCutShort)
            {
                _connection.FinishSending();
            }

            var answer = await _connection.ReceiveAsync(draft.Method == "HEAD");
            if (draft.IsMisframed || answer.Header("Connection") == "close")
            {
                Leave();
            }

            return (answer, null);
        }
        catch (IOException cut)
        {
            Leave();
            return (null, draft.IsCutShort || (cut.InnerException is System.Net.Sockets.SocketException && bytes.Length > 30_000) ? null : cut.Message);
        }
    }

    private void Leave()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private void Note(Draft draft, Answer? answer)
    {
        if (answer is not { Status: < 400 } || draft.HasOddPath || draft.Method != draft.Request.Method)
        {
            return;
        }

        Served.Add(draft.Request.Route);
        if (draft.Request.Route == "DELETE /api/accounts/{id}")
        {
            // The account is closed: nothing more can be tried in it.
            _world = null;
        }
    }
}
