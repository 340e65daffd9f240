using System.Diagnostics.Metrics;
using Roster.Core.Changes;
using Roster.Core.Storage;

namespace Roster.Http;

/// <summary>What only this server can count; requests and connections are counted by the platform's own meters.</summary>
public sealed class Measures : IFollower, IDisposable
{
    public const string MeterName = "Roster";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _writes;
    private readonly Counter<long> _changes;
    private readonly Counter<long> _keptHits;
    private readonly Counter<long> _keptMisses;

    public Measures()
    {
        _writes = _meter.CreateCounter<long>("roster.writes", "{set}", "Requests that changed an account.");
        _changes = _meter.CreateCounter<long>("roster.changes", "{change}", "Changes appended to the accounts' logs.");
        _keptHits = _meter.CreateCounter<long>("roster.kept_answers.hits", "{answer}", "Answers that were kept from before.");
        _keptMisses = _meter.CreateCounter<long>("roster.kept_answers.misses", "{answer}", "Answers that had to be read anew.");
    }

    public void Applied(CommittedSet set)
    {
        _writes.Add(1);
        _changes.Add(set.Changes.Count);
    }

    public void Dispose() => _meter.Dispose();

    internal void KeptAnswer(bool found) => (found ? _keptHits : _keptMisses).Add(1);
}
