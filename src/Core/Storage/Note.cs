using Roster.Core.Values;

namespace Roster.Core.Storage;

/// <summary>
/// Something short-lived that is kept beside an account's log: it belongs to no revision, nobody is told of it, and after
/// <see cref="Lifetime"/> it is not there any more. One that is left under the name of another takes its place.
/// </summary>
public sealed record Note(string Name, ReadOnlyMemory<byte> Content)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Whatever was left then or before has expired.</summary>
    public static Instant ExpiredAt(Instant now) => now.Plus(-Lifetime);
}
