using System.Globalization;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Crashes;

/// <summary>Makes one group after the other, and repeats what was not answered under the name that it had.</summary>
internal sealed class Repeater(string name)
{
    private readonly Dictionary<string, string> _made = [];

    /// <summary>The groups that it was told of, by their names.</summary>
    public IReadOnlyDictionary<string, string> Made => _made;

    /// <summary>Answers that were only given again.</summary>
    public int Repeats { get; private set; }

    /// <summary>Goes on until the server is gone.</summary>
    public async Task WriteAsync(AccountClient at, Action answered)
    {
        try
        {
            while (true)
            {
                await WriteOneAsync(at);
                answered();
            }
        }
        catch (HttpRequestException)
        {
            // Killed; whether the last one was made is not known.
        }
    }

    public async Task WriteOneAsync(AccountClient at)
    {
        var group = string.Create(CultureInfo.InvariantCulture, $"{name}-{_made.Count}");
        var reply = await at.DoAsync(at.Native.CreateGroup(group) with { Header = ("Idempotency-Key", group) });
        _made.Add(group, reply.Text("id"));
        Repeats += reply.IsReplayed ? 1 : 0;
    }
}
