namespace Roster.Tests.Server.Durability;

/// <summary>One system call in the order in which strace saw it begin and return.</summary>
internal sealed record SystemCall(string Name, string Arguments, int Began, int Returned)
{
    public bool IsWalWrite => Name is "pwrite64" or "write" && OnWal;

    public bool IsWalSync => Name is "fdatasync" or "fsync" && OnWal;

    /// <summary>The beginning of an HTTP answer on its way to a client.</summary>
    public bool IsAnswer => Name is "sendto" or "sendmsg" or "write" or "writev" && Arguments.Contains("\"HTTP/1.1 ", StringComparison.Ordinal);

    private bool OnWal => Arguments.AsSpan(0, Arguments.IndexOf('>') + 1).EndsWith("-wal>");

    public bool Mentions(string text) => Arguments.Contains(text, StringComparison.Ordinal);
}
