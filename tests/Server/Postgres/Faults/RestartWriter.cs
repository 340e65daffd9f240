using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Postgres.Faults;

/// <summary>Creates users, each with an address of its own, and deletes some of them.</summary>
internal sealed class RestartWriter(AccountClient at, string name, Random random)
{
    private readonly List<(string Email, string Id)> _present = [];
    private readonly List<string> _absent = [];
    private int _created;

    public string Account => at.Account;

    /// <summary>Whoever was created, and that was answered.</summary>
    public IEnumerable<string> Present => _present.Select(user => user.Email);

    /// <summary>Whoever was deleted, and that was answered.</summary>
    public IReadOnlyList<string> Absent => _absent;

    /// <summary>How often nobody could say what became of a write.</summary>
    public int Refused { get; private set; }

    public async Task WriteAsync(Action answered, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await (_present.Count > 0 && random.Next(3) == 0 ? DeleteAsync() : CreateAsync()))
            {
                answered();
            }
        }
    }

    private async Task<bool> CreateAsync()
    {
        var email = $"{name}-{_created++}@example.com";
        var reply = await at.SendAsync(random.Next(3) switch
        {
            0 => at.Fivetran.Invite(email),
            1 => at.WhyLabs.Create(email),
            _ => at.Native.Create(email),
        });
        if (!IsDone(reply))
        {
            return false;
        }

        _present.Add((email, (string)(reply.At("data.id") ?? reply.At("userId") ?? reply.At("id"))!));
        return true;
    }

    private async Task<bool> DeleteAsync()
    {
        var user = _present[random.Next(_present.Count)];
        _present.Remove(user);
        var reply = await at.SendAsync(random.Next(2) == 0 ? at.Fivetran.Delete(user.Id) : at.WhyLabs.Delete(user.Id));
        if (IsDone(reply))
        {
            _absent.Add(user.Email);
            return true;
        }

        return false;
    }

    /// <summary>Nothing but success, or that the store was away: what was answered is there, and nobody else has the address.</summary>
    private bool IsDone(Reply reply)
    {
        if (reply.Status == 503)
        {
            Refused++;
            return false;
        }

        return reply.Succeeded ? true : throw new InvalidOperationException($"Not to be expected: {reply}");
    }
}
