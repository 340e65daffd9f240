using System.Diagnostics.Metrics;

namespace Roster.Http;

/// <summary>What only this server can count; requests and connections are counted by the platform's own meters.</summary>
public sealed class Measures : IDisposable
{
    public const string MeterName = "Roster";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _keptHits;
    private readonly Counter<long> _keptMisses;

    public Measures()
    {
        _keptHits = _meter.CreateCounter<long>("roster.kept_answers.hits", "{answer}", "Answers that were kept from before.");
        _keptMisses = _meter.CreateCounter<long>("roster.kept_answers.misses", "{answer}", "Answers that had to be read anew.");
    }

    public void Dispose() => _meter.Dispose();

    internal void KeptAnswer(bool found) => (found ? _keptHits : _keptMisses).Add(1);
}
