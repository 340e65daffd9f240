namespace Roster.Tests.Sdk.Contract;

/// <summary>Sits between a client and its server and keeps the one request and its answer, as they came.</summary>
internal sealed class Recorder(string requestId) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    public string Method { get; private set; } = "";

    public string Target { get; private set; } = "";

    public string? Body { get; private set; }

    public string? IdempotencyKey { get; private set; }

    public Answer Answer { get; private set; } = null!;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Answer.ShouldBeNull("one call is one request");
        request.Headers.Add("X-Request-Id", requestId);
        (Method, Target) = (request.Method.Method, request.RequestUri!.PathAndQuery);
        IdempotencyKey = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null;
        Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);

        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).SelectMany(header => header.Value.Select(value => (header.Key, value)));
        Answer = new((int)response.StatusCode, [.. headers], await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return response;
    }
}
