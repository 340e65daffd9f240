using System.Globalization;
using System.Runtime.InteropServices;

namespace Roster.Testing.Postgres;

/// <summary>A PostgreSQL server that stands still, with all its backends, until this is disposed: it is there and says nothing.</summary>
public sealed partial class FrozenPostgres : IDisposable
{
    private const int Stop = 19;
    private const int Continue = 18;
    private readonly List<int> _processes = [];

    public FrozenPostgres(PostgresCluster cluster)
    {
        var postmaster = Number(File.ReadLines(Path.Combine(cluster.Folder, "data", "postmaster.pid")).First());

        // The postmaster first, so that it makes no more of them.
        Freeze(postmaster);
        ChildrenOf(postmaster).ForEach(Freeze);
    }

    public void Dispose() => _processes.ForEach(process => Signal(process, Continue));

    private static List<int> ChildrenOf(int parent) =>
        [.. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(Number!)
            .Where(process => ParentOf(process) == parent)];

    /// <summary>The second thing after the name, which stands in brackets and may hold anything.</summary>
    private static int ParentOf(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return Number(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private void Freeze(int process)
    {
        if (Signal(process, Stop) != 0)
        {
            throw new InvalidOperationException($"The process {process} cannot be stopped.");
        }

        _processes.Add(process);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
