using System.Collections.Immutable;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Crashes;

/// <summary>One write, and what it makes of the writer's addresses.</summary>
internal sealed record Write(Call Call, ImmutableSortedDictionary<string, Fate> After);

/// <summary>
/// Writes through all doors, one request at a time, about addresses of its own: so it knows what must be there, but for the one
/// request that was not answered.
/// </summary>
internal sealed class Writer(string name, Random random, string group, string organization)
{
    private readonly string[] _emails = [.. Enumerable.Range(0, 6).Select(n => $"{name}-{n}@example.com")];
    private ImmutableSortedDictionary<string, Fate> _known = ImmutableSortedDictionary<string, Fate>.Empty;
    private ImmutableSortedDictionary<string, Fate>? _unanswered;
    private Dictionary<string, string> _ids = [];

    /// <summary>Goes on until the server is gone.</summary>
    public async Task WriteAsync(AccountClient at, Action answered)
    {
        try
        {
            while (true)
            {
                var write = Next(at, _emails[random.Next(_emails.Length)]);
                _unanswered = write.After;
                var reply = await at.DoAsync(write.Call);
                (_known, _unanswered) = (write.After, null);
                Learn(write.Call, reply);
                answered();
            }
        }
        catch (HttpRequestException)
        {
            // Killed; whether the last write was done is not known.
        }
    }

    /// <summary>Finds every answered write, and the unanswered one whole or not at all; then goes on from there.</summary>
    public void Settle(Census census)
    {
        var found = _emails.ToImmutableSortedDictionary(email => email, census.Of);
        if (!Same(found, _known) && (_unanswered is null || !Same(found, _unanswered)))
        {
            throw new InvalidOperationException($"Found {Lines(found)}\nanswered {Lines(_known)}\nunanswered {Lines(_unanswered)}");
        }

        (_known, _unanswered) = (found, null);
        _ids = census.Ids.ToDictionary();
    }

    private Write Next(AccountClient at, string email)
    {
        var fate = _known.GetValueOrDefault(email, Fate.Absent);
        if (!fate.Exists)
        {
            return random.Next(2) == 0
                ? To(email, at.Fivetran.Invite(email, "Account Analyst"), new() { Exists = true, Active = true, Invited = true, Role = "Account Analyst" })
                : To(email, at.WhyLabs.Create(email), new() { Exists = true, Active = true });
        }

        var id = _ids[email];
        return random.Next(9) switch
        {
            0 => To(email, at.Fivetran.Patch(id, new() { ["phone"] = "+44", ["role"] = "Account Reviewer" }), fate with { Phone = "+44", Role = "Account Reviewer" }),
            1 => To(email, at.Native.Give("group", group, id, "Edit Destination"), fate with { InGroup = "Edit Destination" }),
            2 when fate.Active => To(email, at.Native.MintKey(id), fate with { Keys = fate.Keys + 1 }),
            3 => To(email, at.WhyLabs.SetActive(id, false), fate.Deactivate()),
            4 => To(email, at.WhyLabs.SetActive(id, true), fate with { Active = true }),
            5 => To(email, random.GetItems([at.Fivetran.Delete(id), at.WhyLabs.Delete(id), at.Native.Delete(id)], 1)[0], Fate.Absent),
            _ => Everybody(at),
        };
    }

    private Write To(string email, Call call, Fate fate) => new(call, _known.SetItem(email, fate));

    /// <summary>Everybody of this writer gets a level at once: as many changes in one set.</summary>
    private Write Everybody(AccountClient at)
    {
        var (level, role) = random.Next(2) == 0 ? ("MEMBER", "Organization Member") : ("VIEWER", "Organization Viewer");
        var present = _known.Where(pair => pair.Value.Exists).ToList();
        return new(
            at.WhyLabs.Add(organization, level, present.Select(pair => _ids[pair.Key])),
            _known.SetItems(present.Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { InOrganization = role }))));
    }

    private void Learn(Call call, Reply reply)
    {
        if ((string?)call.Body?["email"] is { } email)
        {
            _ids[email] = (string)(reply.At("data.id") ?? reply.At("userId"))!;
        }
    }

    private static bool Same(ImmutableSortedDictionary<string, Fate> left, ImmutableSortedDictionary<string, Fate> right) =>
        left.Keys.Union(right.Keys).All(email => left.GetValueOrDefault(email, Fate.Absent) == right.GetValueOrDefault(email, Fate.Absent));

    private static string Lines(IEnumerable<KeyValuePair<string, Fate>>? fates) =>
        fates is null ? "nothing" : string.Concat(fates.Select(pair => $"\n  {pair.Key} {pair.Value}"));
}
