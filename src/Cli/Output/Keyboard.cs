using System.Diagnostics;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Roster.Cli.Output;

/// <summary>
/// Reads what is typed, a line at a time, by the terminal's own line editing. The platform's console is left alone: it would set the terminal up
/// for single keys, and show a secret that is pasted faster than it is read.
/// </summary>
internal sealed class Keyboard
{
    private StreamReader? _lines;

    /// <summary>What is no text is refused, and not read as another one.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null at the end. Ctrl-C ends the waiting at once, though not the reading beneath it.</summary>
    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        Task.Run(() => (_lines ??= new(Open(), Utf8)).ReadLine(), CancellationToken.None).WaitAsync(cancellationToken);

    /// <summary>Everything up to the end.</summary>
    public Task<string> ReadAllAsync(CancellationToken cancellationToken) =>
        Task.Run(() => (_lines ??= new(Open(), Utf8)).ReadToEnd(), CancellationToken.None).WaitAsync(cancellationToken);

    /// <summary>Nothing that is typed is shown until it is disposed.</summary>
    /// <param name="ask">Asks; only once nothing is shown any more, for who types at once.</param>
    public async Task<string?> ReadSecretAsync(Action ask, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            ask();
            return ReadKeys();
        }

        var hidden = Stty("-echo");
        try
        {
            ask();
            return await ReadLineAsync(cancellationToken);
        }
        finally
        {
            if (hidden)
            {
                Stty("echo");
            }
        }
    }

    private static Stream Open() => OperatingSystem.IsWindows()
        ? Console.OpenStandardInput()
        : new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);

    /// <summary>It works on the terminal that is this program's standard input.</summary>
    private static bool Stty(string argument)
    {
        try
        {
            using var stty = Process.Start(new ProcessStartInfo("stty", argument) { UseShellExecute = false });
            stty?.WaitForExit();
            return stty?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string ReadKeys()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace)
            {
                _ = key.KeyChar == '\0' ? typed : typed.Append(key.KeyChar);
            }
            else if (typed.Length > 0)
            {
                typed.Length--;
            }
        }

        return typed.ToString();
    }
}
