using System.Runtime.CompilerServices;
using System.Text;

namespace Roster.Sdk.Transport;

/// <summary>
/// A path, written as an interpolated text: what stands in its holes is one segment each, and escaped. An id that would lead to another
/// path than it says (none, <c>.</c>, <c>..</c>) is refused, since such a call could change something else.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Target(int literalLength, int holes)
{
    private const int UsualId = 24;

    private readonly StringBuilder _path = new(literalLength + (holes * UsualId));

    public void AppendLiteral(string text) => _path.Append(text);

    public void AppendFormatted(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id is "." or "..")
        {
            throw new ArgumentException($"'{id}' is no id.", nameof(id));
        }

        _path.Append(Uri.EscapeDataString(id));
    }

    public override string ToString() => _path.ToString();
}
