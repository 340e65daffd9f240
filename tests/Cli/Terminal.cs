using System.Diagnostics;
using System.Text;

namespace Roster.Tests.Cli;

/// <summary>A program on a terminal of its own, made by <c>script</c>: what it shows is read, and it is typed to.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _shown = new();
    private readonly Task _reading;
    private readonly SemaphoreSlim _more = new(0);
    private int _from;

    public Terminal(Process process)
    {
        _process = process;
        _reading = ReadAsync();
    }

    private string Shown
    {
        get
        {
            lock (_shown)
            {
                return _shown.ToString();
            }
        }
    }

    /// <summary>Types this once that is shown.</summary>
    public async Task AnswerAsync(string question, string typed)
    {
        await WaitForAsync(question);
        // The same may be asked again later.
        _from = Shown.IndexOf(question, _from, StringComparison.Ordinal) + question.Length;
        await _process.StandardInput.WriteAsync(typed);
        await _process.StandardInput.FlushAsync();
    }

    public async Task WaitForAsync(string question)
    {
        while (!IsShown(question))
        {
            (await _more.WaitAsync(Patience)).ShouldBeTrue($"'{question}' is not shown in:\n{Shown}");
            (IsShown(question) || !_reading.IsCompleted).ShouldBeTrue($"'{question}' is not shown in:\n{Shown}");
        }
    }

    public async Task<Ran> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _reading.WaitAsync(Patience);
        return new(_process.ExitCode, Shown.Replace("\r\n", "\n", StringComparison.Ordinal), "");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _more.Dispose();
    }

    private bool IsShown(string question) => Shown.IndexOf(question, _from, StringComparison.Ordinal) >= 0;

    private async Task ReadAsync()
    {
        var buffer = new char[4096];
        int read;
        while ((read = await _process.StandardOutput.ReadAsync(buffer)) > 0)
        {
            lock (_shown)
            {
                _shown.Append(buffer, 0, read);
            }

            _more.Release();
        }

        _more.Release();
    }
}
