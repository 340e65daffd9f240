using System.Diagnostics;

namespace Roster.Storage.Copying;

/// <summary>Tells whoever waits how it goes, every now and then. Called from several threads.</summary>
internal sealed class CopyProgress(TextWriter output, TimeSpan every)
{
    private readonly Lock _gate = new();
    private Stopwatch _phase = Stopwatch.StartNew();
    private TimeSpan _toldAt;
    private long _read;

    public long CopiedRows { get; private set; }

    public TimeSpan Copying { get; private set; }

    public int VerifiedAccounts { get; private set; }

    public long VerifiedRows { get; private set; }

    public TimeSpan Verifying => _phase.Elapsed;

    public void Say(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
        }
    }

    public void Copied(RowChunk chunk)
    {
        CopiedRows += chunk.Rows;
        var (account, mark) = chunk.Marks.Last();
        Tell(() => $"  {account} {mark.Table?.Name ?? "done"}: {CopiedRows:N0} rows copied, {Rate(CopiedRows)}");
    }

    public void BeginVerifying()
    {
        Copying = _phase.Elapsed;
        (_phase, _toldAt) = (Stopwatch.StartNew(), TimeSpan.Zero);
    }

    public void Read(int rows)
    {
        var read = Interlocked.Add(ref _read, rows);
        Tell(() => $"  {read / 2:N0} rows compared, {Rate(read / 2)}");
    }

    public void Verified(CopiedAccount account, AccountDigest digest)
    {
        VerifiedAccounts++;
        VerifiedRows += digest.Rows;
        Say($"{account.Id}  revision {account.Revision}  {digest.Rows:N0} rows  sha256 {digest.OfState}");
    }

    private string Rate(long rows) => $"{rows / Math.Max(0.001, _phase.Elapsed.TotalSeconds):N0}/s";

    private void Tell(Func<string> line)
    {
        lock (_gate)
        {
            if (_phase.Elapsed - _toldAt >= every)
            {
                _toldAt = _phase.Elapsed;
                output.WriteLine(line());
            }
        }
    }
}
