using System.Text;

namespace Roster.Tests.Storage.Conformance.Copying;

/// <summary>Keeps what a copy tells, and does something when it comes to a line.</summary>
internal sealed class Listener(string at = "", Action? act = null) : TextWriter
{
    private readonly List<string> _lines = [];

    public override Encoding Encoding => Encoding.UTF8;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The accounts with their digests.</summary>
    public IEnumerable<string> Verified => _lines.Where(line => line.Contains("sha256"));

    public override void WriteLine(string? value)
    {
        _lines.Add(value!);
        if (act is not null && value!.Contains(at, StringComparison.Ordinal))
        {
            act();
        }
    }
}
