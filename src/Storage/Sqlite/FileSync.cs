using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Roster.Storage.Sqlite;

/// <summary>Brings files to the disk, and folders too: a file's name lives in its folder, which .NET cannot open.</summary>
internal static partial class FileSync
{
    private const int ReadOnly = 0;

    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw new Win32Exception();
        }

        var result = Fsync(descriptor);
        var error = result == 0 ? null : new Win32Exception();
        _ = Close(descriptor);
        if (error is not null)
        {
            throw error;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
