namespace Roster.Tests.Server.Postgres;

/// <summary>Sends each request to another server than the one before.</summary>
internal sealed class Spread(IReadOnlyList<int> ports) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _sent;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var turn = (uint)Interlocked.Increment(ref _sent) % (uint)ports.Count;
        request.RequestUri = new UriBuilder(request.RequestUri!) { Port = ports[(int)turn] }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
