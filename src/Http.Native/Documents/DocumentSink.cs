using System.Buffers;
using System.IO.Pipelines;
using Roster.Core.Documents;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Http.Native.Documents;

/// <summary>
/// A document as it is being written, held in pieces of memory until it is whole: no snapshot is held while a client reads, and
/// nothing is sent of a question that has to be asked again.
/// </summary>
internal abstract class DocumentSink : IDocumentSink, IDisposable
{
    private static readonly PipeOptions Unbounded = new(pauseWriterThreshold: 0, minimumSegmentSize: 65_536, useSynchronizationContext: false);

    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);
    private Pipe _pipe = new(Unbounded);

    public abstract string MediaType { get; }

    protected IBufferWriter<byte> Output => _pipe.Writer;

    public void Begin(AccountId account)
    {
        Dispose();
        _pipe = new(Unbounded);
        _sections.Clear();
        WriteHead(account);
    }

    public void Add(User user)
    {
        EnsureSection("users");
        Write(user);
    }

    public void Add(Scope scope)
    {
        EnsureSection(scope.Id.Kind.WireName() + "s");
        Write(scope);
    }

    public void Add(UserName user, Membership membership)
    {
        EnsureSection("memberships");
        Write(user, membership);
    }

    public void End()
    {
        WriteEnd(_sections.Count > 0);
        _pipe.Writer.Complete();
    }

    /// <summary>Sends what was written, piece by piece, at the pace of who reads.</summary>
    public async ValueTask SendAsync(Exchange exchange)
    {
        _pipe.Reader.TryRead(out var read);
        var response = exchange.Begin(200);
        response.ContentType = MediaType;
        response.ContentLength = read.Buffer.Length;
        foreach (var piece in read.Buffer)
        {
            await response.BodyWriter.WriteAsync(piece, exchange.Cancellation);
        }
    }

    /// <summary>Gives the memory back.</summary>
    public virtual void Dispose()
    {
        _pipe.Writer.Complete();
        _pipe.Reader.Complete();
    }

    protected abstract void WriteHead(AccountId account);

    /// <param name="isFirst">No other section was begun before it.</param>
    protected abstract void BeginSection(string name, bool isFirst);

    protected abstract void Write(User user);

    protected abstract void Write(Scope scope);

    protected abstract void Write(UserName user, Membership membership);

    /// <param name="hasSections">There is one to be ended.</param>
    protected abstract void WriteEnd(bool hasSections);

    private void EnsureSection(string name)
    {
        if (_sections.Add(name))
        {
            BeginSection(name, _sections.Count == 1);
        }
    }
}
