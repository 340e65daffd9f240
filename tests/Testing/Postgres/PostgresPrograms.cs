using System.Diagnostics;

namespace Roster.Testing.Postgres;

/// <summary>PostgreSQL's own programs. They refuse to run as root, so root runs them as the user that their package made.</summary>
internal sealed class PostgresPrograms
{
    private const string Debian = "/usr/lib/postgresql";
    private static readonly string[] Needed = ["initdb", "pg_basebackup", "pg_ctl", "postgres"];
    private readonly string _folder;

    private PostgresPrograms(string folder) => _folder = folder;

    private static string[] Owner => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];

    /// <summary>Those on the path, or the newest where Debian keeps them, which is not on the path.</summary>
    public static PostgresPrograms Find() => Folders().FirstOrDefault(HasAll) is { } folder
        ? new(folder)
        : throw new InvalidOperationException(
            $"PostgreSQL's server ({string.Join(", ", Needed)}) is neither on PATH nor in {Debian}/*/bin: apt-get install postgresql");

    /// <summary>The whole command, for whoever starts it.</summary>
    public IReadOnlyList<string> Command(string program, params IReadOnlyList<string> arguments) =>
        [.. Owner, Path.Combine(_folder, program), .. arguments];

    public Task RunAsync(string program, params IReadOnlyList<string> arguments) => RunAsync(Command(program, arguments));

    /// <summary>A new folder of the user who runs the server.</summary>
    public static async Task<string> NewFolderAsync() => (await RunAsync([.. Owner, "mktemp", "-d", "-t", "roster-pg-XXXXXX"])).TrimEnd();

    private static async Task<string> RunAsync(IReadOnlyList<string> command)
    {
        // The user who runs it may not enter the folder that we are in.
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
            Environment = { ["LC_ALL"] = "C" },
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"'{string.Join(' ', command)}' failed: {await errors}{await output}");
    }

    private static IEnumerable<string> Folders() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin")) : [],
    ];

    private static int Version(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;

    private static bool HasAll(string folder) => Array.TrueForAll(Needed, program => File.Exists(Path.Combine(folder, program)));
}
