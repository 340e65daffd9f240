using System.Diagnostics;

namespace Roster.Testing.Postgres;

/// <summary>
/// The folder that a server lives in. A shell watches over it, which stops the server and deletes the folder when this process
/// lets go of it, or ends in whatever way.
/// </summary>
internal sealed class PostgresFolder : IAsyncDisposable
{
    // A terminal's Ctrl-C reaches the shell too; it has work to do then.
    private const string Watch = """trap '' INT TERM HUP; read -r _; folder=$1; shift; "$@" >/dev/null 2>&1; rm -rf "$folder" """;
    private readonly Process _watcher;

    private PostgresFolder(string path, Process watcher) => (Path, _watcher) = (path, watcher);

    public string Path { get; }

    public string Data => DataOf(Path);

    public string Log => System.IO.Path.Combine(Path, "log");

    public static async Task<PostgresFolder> CreateAsync(PostgresPrograms programs)
    {
        var path = await PostgresPrograms.NewFolderAsync();
        var stop = programs.Command("pg_ctl", "stop", "-D", DataOf(path), "-m", "immediate", "-w");
        var watch = new ProcessStartInfo("sh", ["-c", Watch, "sh", path, .. stop])
        {
            RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/",
        };
        return new(path, Process.Start(watch)!);
    }

    public async ValueTask DisposeAsync()
    {
        _watcher.StandardInput.Close();
        await _watcher.WaitForExitAsync();
        _watcher.Dispose();
    }

    private static string DataOf(string path) => System.IO.Path.Combine(path, "data");
}
