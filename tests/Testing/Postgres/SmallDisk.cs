using System.Diagnostics;

namespace Roster.Testing.Postgres;

/// <summary>A file system of a few megabytes, in memory, that belongs to the user who runs PostgreSQL. Only root can make one.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabyte = 1 << 20;

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Null where nobody may mount anything.</summary>
    public static async Task<SmallDisk?> TryMountAsync(int megabytes)
    {
        var folder = await PostgresPrograms.NewFolderAsync();
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) != 0)
        {
            Directory.Delete(folder);
            return null;
        }

        await RunAsync("chown", "postgres:", folder);
        return new(folder);
    }

    /// <summary>Takes what room is left.</summary>
    public async Task FillAsync()
    {
        await using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                await filler.WriteAsync(new byte[Megabyte / 256]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static async Task<int> RunAsync(string program, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
