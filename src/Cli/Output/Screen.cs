using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Roster.Cli.Output;

/// <summary>Where the program writes and asks: results to standard output, all else to standard error.</summary>
internal sealed class Screen
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly bool _paints = !Console.IsOutputRedirected && MayPaint();
    private readonly bool _paintsErrors = !Console.IsErrorRedirected && MayPaint();

    /// <summary>Buffered: a list of a thousand lines is not a thousand writes.</summary>
    public TextWriter Out { get; } = new StreamWriter(Open(1, Console.OpenStandardOutput), Utf8, 16 * 1024) { NewLine = "\n" };

    public TextWriter Errors { get; } = new StreamWriter(Open(2, Console.OpenStandardError), Utf8) { NewLine = "\n", AutoFlush = true };

    public bool OutputIsTerminal { get; } = !Console.IsOutputRedirected;

    public bool ErrorsAreTerminal { get; } = !Console.IsErrorRedirected;

    /// <summary>Or whatever standard input is.</summary>
    public Keyboard Keyboard { get; } = new();

    /// <summary>Somebody is there to be asked.</summary>
    public bool CanAsk { get; } = !Console.IsInputRedirected && !Console.IsErrorRedirected;

    public string Paint(Paints paint, string text) => _paints ? $"\e[{(int)paint}m{text}\e[0m" : text;

    /// <summary>Something that is not the result.</summary>
    public void Note(string text)
    {
        Out.Flush();
        Errors.WriteLine(text);
    }

    public void Warn(string text) => Note(PaintError(Paints.Yellow, "warning: ") + text);

    public void Fail(string message, IEnumerable<string> next)
    {
        Note(PaintError(Paints.Red, "error: ") + Cell.OneLine(message));
        foreach (var line in next)
        {
            Errors.WriteLine("  " + Cell.OneLine(line));
        }
    }

    /// <summary>What is typed; null at the end of the input.</summary>
    public async Task<string?> AskAsync(string question, CancellationToken cancellationToken)
    {
        await Out.FlushAsync(cancellationToken);
        await Errors.WriteAsync(question);
        return await Keyboard.ReadLineAsync(cancellationToken);
    }

    /// <summary>Without showing what is typed.</summary>
    public async Task<string?> AskSecretAsync(string question, CancellationToken cancellationToken)
    {
        await Out.FlushAsync(cancellationToken);
        var typed = await Keyboard.ReadSecretAsync(() => Errors.Write(question), cancellationToken);
        await Errors.WriteLineAsync();
        return typed;
    }

    /// <summary>Says that something is under way, where it takes long enough to wonder.</summary>
    public async Task<T> WhileWaitingAsync<T>(string what, Task<T> work)
    {
        if (ErrorsAreTerminal && await Task.WhenAny(work, Task.Delay(500)) != work)
        {
            await Errors.WriteAsync($"{what} …");
            try
            {
                return await work;
            }
            finally
            {
                await Errors.WriteAsync("\r\e[K");
            }
        }

        return await work;
    }

    /// <summary>As <see cref="Paint"/>, for standard error.</summary>
    public string PaintError(Paints paint, string text) => _paintsErrors ? $"\e[{(int)paint}m{text}\e[0m" : text;

    /// <summary>See https://no-color.org.</summary>
    private static bool MayPaint() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>
    /// The platform's own stream keeps silent when the reader of a pipe has gone, and sets a terminal up for reading keys before it writes to it;
    /// a plain one does neither. A file that both streams may go to wants the platform's, which keeps no place of its own in it.
    /// </summary>
    private static Stream Open(nint handle, Func<Stream> platforms)
    {
        if (!OperatingSystem.IsWindows())
        {
            var plain = new FileStream(new SafeFileHandle(handle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!plain.CanSeek)
            {
                return plain;
            }
        }

        return platforms();
    }
}
