using System.Globalization;

namespace Roster.Sdk.Transport;

/// <summary>The latest <c>Roster-Revision</c> (<c>epoch-number</c>) that a client has seen, which its next request names.</summary>
internal sealed class Revisions
{
    private readonly Lock _lock = new();
    private (string Epoch, long Number)? _latest;

    public string? Latest
    {
        get
        {
            lock (_lock)
            {
                return _latest is { } latest ? string.Create(CultureInfo.InvariantCulture, $"{latest.Epoch}-{latest.Number}") : null;
            }
        }
    }

    public void Note(string? seen)
    {
        var dash = seen?.LastIndexOf('-') ?? -1;
        if (dash < 0 || !long.TryParse(seen.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        var epoch = seen![..dash];
        lock (_lock)
        {
            if (_latest is not { } latest || latest.Epoch != epoch || latest.Number < number)
            {
                _latest = (epoch, number);
            }
        }
    }

    /// <summary>A restored backup does not know what was seen before it.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _latest = null;
        }
    }
}
