using System.Buffers;
using Roster.Core.Documents;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Http.Native.Documents;

/// <summary>
/// A document as it is being written, laid aside until it is whole: no snapshot is held while a client reads, and nothing is sent
/// of a question that has to be asked again.
/// </summary>
internal abstract class DocumentSink : IDocumentSink, IDisposable
{
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);
    private Spool _spool = new();

    public abstract string MediaType { get; }

    /// <summary>In bytes.</summary>
    public long Length => _spool.Length;

    protected IBufferWriter<byte> Output => _spool;

    public void Begin(AccountId account)
    {
        Dispose();
        _spool = new();
        _sections.Clear();
        WriteHead(account);
    }

    public void Add(Role role)
    {
        EnsureSection("roles");
        Write(role);
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

    public void Add(UserName user, Membership membership) => Add("user", user.Given, membership);

    public void Add(Membership membership) => Add("team", membership.Member.Id, membership);

    public void End() => WriteEnd(_sections.Count > 0);

    /// <summary>Sends what was written, piece by piece, at the pace of who reads.</summary>
    public ValueTask SendAsync(Exchange exchange)
    {
        var response = exchange.Begin(200);
        response.ContentType = MediaType;
        response.ContentLength = Length;
        return _spool.SendAsync(response.BodyWriter, exchange.Cancellation);
    }

    /// <summary>Gives back what it took.</summary>
    public virtual void Dispose() => _spool.Dispose();

    protected abstract void WriteHead(AccountId account);

    /// <param name="isFirst">No other section was begun before it.</param>
    protected abstract void BeginSection(string name, bool isFirst);

    protected abstract void Write(Role role);

    protected abstract void Write(User user);

    protected abstract void Write(Scope scope);

    /// <param name="member">What the member is: a user or a team.</param>
    protected abstract void Write(string member, string name, Membership membership);

    /// <param name="hasSections">There is one to be ended.</param>
    protected abstract void WriteEnd(bool hasSections);

    private void Add(string member, string name, Membership membership)
    {
        EnsureSection("memberships");
        Write(member, name, membership);
    }

    private void EnsureSection(string name)
    {
        if (_sections.Add(name))
        {
            BeginSection(name, _sections.Count == 1);
        }
    }
}
