using System.Text.Json;
using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Tenants;

/// <summary>Asks for each thing of another account wherever a request names something, and for an unknown one alike.</summary>
internal sealed class Matrix(RosterServer server, World foreign)
{
    private readonly List<string> _problems = [];
    private World? _own;

    public int Cases { get; private set; }

    /// <summary>What is wrong with the request's route: nothing, where the foreign account might as well not be there.</summary>
    public async Task<IReadOnlyList<string>> ProblemsOfAsync(DeclaredRequest request)
    {
        _problems.Clear();
        var probes = await Probe.AllOfAsync(foreign, await CursorAsync(request));
        for (var slot = 0; slot < request.Slots.Count; slot++)
        {
            if (request.Slots[slot] == "fresh")
            {
                continue;
            }

            // A revision is asked for in a header of its own, where nothing else belongs.
            var kind = Declared.KindOf(request.Slots[slot]);
            foreach (var probe in probes.Where(probe => kind != Kind.Revision || probe.Kind == kind))
            {
                await CompareAsync(request, slot, probe);
            }
        }

        return _problems;
    }

    private async Task CompareAsync(DeclaredRequest request, int slot, Probe probe)
    {
        Cases++;
        _own ??= await World.MakeAsync(server);
        var (before, abroad) = (await _own.Account.RevisionAsync(), await foreign.Account.RevisionAsync());
        var seen = await AskAsync(request, slot, probe.Foreign);
        var expected = await AskAsync(request, slot, probe.Unknown);
        var what = $"{request}: {probe.Kind} for {request.Slots[slot]} ({slot})";
        if (seen != expected)
        {
            _problems.Add($"{what}\n--- of another account\n{seen}\n--- unknown\n{expected}");
        }

        if (await foreign.Account.RevisionAsync() != abroad)
        {
            _problems.Add($"{what}: the other account was changed");
        }

        if (await _own.Account.RevisionAsync() != before)
        {
            if (seen.Status >= 400)
            {
                _problems.Add($"{what}: a refused request changed its own account\n{seen}");
            }

            _own = null;
        }
    }

    private async Task<Seen> AskAsync(DeclaredRequest request, int slot, string value)
    {
        var before = await _own!.Account.RevisionAsync();
        var answer = await _own.SendAsync(request.Fill((place, placeholder) => place == slot ? value : _own[placeholder]));
        return Seen.Of(answer, await _own.LogAsync(before), value, before);
    }

    /// <summary>The same list's cursor, where the other account has more of it than one page; else that of its users.</summary>
    private async Task<string> CursorAsync(DeclaredRequest request)
    {
        var target = request.Target.Replace("limit=5", "limit=1", StringComparison.Ordinal).Replace("count=5", "count=1", StringComparison.Ordinal);
        var answer = await foreign.SendAsync(foreign.Fill(request with { Target = request.Method == "GET" ? target : "/api/users?limit=1" }) with { Method = "GET" });
        return NextOf(answer) ?? NextOf(await foreign.Account.Native.GetAsync("/api/users?limit=1"))!;
    }

    private static string? NextOf(Answer answer)
    {
        if (answer.Status != 200 || answer.Body is not [(byte)'{', ..])
        {
            return null;
        }

        var page = answer.Json.TryGetProperty("data", out var data) ? data : answer.Json;
        return page.TryGetProperty("next_cursor", out var next) || page.TryGetProperty("nextCursor", out next)
            ? next.ValueKind == JsonValueKind.String ? next.GetString() : null
            : null;
    }
}
