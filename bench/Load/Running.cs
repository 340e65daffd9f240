using System.Diagnostics;
using System.Net.Sockets;

namespace Roster.Bench.Load;

/// <summary>A server that was started here, and is stopped when disposed.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly Process _process;

    private Running(Process process, int port, TimeSpan untilFirstAnswer)
    {
        _process = process;
        Port = port;
        UntilFirstAnswer = untilFirstAnswer;
    }

    public int Port { get; }

    /// <summary>From the process's start to the first whole answer.</summary>
    public TimeSpan UntilFirstAnswer { get; }

    public static async Task<Running> WhenAnsweringAsync(ProcessStartInfo start, int port, string path)
    {
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + "\n");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!process.HasExited && clock.Elapsed < TimeSpan.FromSeconds(60))
            {
                if (await AnswersAsync(port, path))
                {
                    return new Running(process, port, clock.Elapsed);
                }

                // A refused connection answers at once, so this polls some hundred times a second.
                await Task.Delay(2);
            }

            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended, or did not answer within a minute.");
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Process.Start("kill", $"-TERM {_process.Id}");
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(int port, string path)
    {
        try
        {
            await using var client = new Client(port);
            await client.SendAsync("GET", path);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
