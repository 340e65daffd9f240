using System.Reflection;

namespace Roster.Sdk.Transport;

/// <summary>Makes calls: one request for each attempt, with a time limit each, and a bounded number of attempts.</summary>
internal sealed class Sender : IDisposable
{
    private static readonly string UserAgent =
        "Roster.Sdk/" + (typeof(Sender).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");

    private readonly ClientOptions _options;
    private readonly string _baseAddress;
    private readonly (string Name, string Value) _credential;
    private readonly HttpClient _http;
    private readonly bool _isOurs;
    private readonly Revisions? _revisions;

    /// <param name="baseAddress">With or without a slash at its end.</param>
    /// <param name="ownEnding">A path that clients are used to write at the base address' end, and that the targets have too.</param>
    public Sender(Uri baseAddress, (string Name, string Value) credential, ClientOptions options, string ownEnding = "")
    {
        if (options is { HttpClient: not null, Handler: not null })
        {
            throw new ArgumentException($"Give an {nameof(options.HttpClient)} or a {nameof(options.Handler)}, not both.", nameof(options));
        }

        _baseAddress = Rooted(baseAddress, ownEnding);
        _credential = credential;
        _options = options;
        _isOurs = options.HttpClient is null;
        _revisions = options is RosterClientOptions { NameRevisions: true } ? new Revisions() : null;
        _http = options.HttpClient ?? new HttpClient(options.Handler ?? Handlers.NewSockets(), disposeHandler: options.Handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public TimeProvider Time => _options.TimeProvider;

    /// <summary>The answer, if it is one of success.</summary>
    public async Task<Reply> SendAsync(Call call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (reply, failure) = await TryAsync(call, cancellation);
            if (reply is not null)
            {
                return reply;
            }

            if (failure!.Code == "unknown-revision" && attempt == 1 && _revisions is not null)
            {
                _revisions.Forget();
                continue;
            }

            if (attempt > _options.MaxRetries || failure.RetryAfter > _options.MaxRetryDelay || !failure.MayPass(call.IsRepeatable))
            {
                failure.Attempts = attempt;
                throw failure;
            }

            var delay = Waiting.For(attempt, failure.RetryAfter, Random.Shared.NextDouble());
            await Task.Delay(delay < _options.MaxRetryDelay ? delay : _options.MaxRetryDelay, Time, cancellation);
        }
    }

    public void Dispose()
    {
        if (_isOurs)
        {
            _http.Dispose();
        }
    }

    private async Task<(Reply?, RosterException?)> TryAsync(Call call, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(_options.Timeout, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            var reply = await AskAsync(call, either.Token);
            return reply.IsSuccess ? (reply, null) : (null, Failures.Of(reply, Time.GetUtcNow()));
        }
        catch (OperationCanceledException e)
        {
            cancellation.ThrowIfCancellationRequested();
            return (null, Failures.TimedOut(_options.Timeout, e));
        }
        catch (HttpRequestException e)
        {
            return (null, Failures.Of(e));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return (null, Failures.Lost(e));
        }
    }

    private async Task<Reply> AskAsync(Call call, CancellationToken cancellation)
    {
        using var request = call.ToRequest(_baseAddress);
        request.Headers.TryAddWithoutValidation(_credential.Name, _credential.Value);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (_revisions?.Latest is { } latest)
        {
            request.Headers.TryAddWithoutValidation("Roster-At-Least", latest);
        }

        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        await response.Content.LoadIntoBufferAsync(_options.MaxAnswerBytes, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        var reply = new Reply(response.StatusCode, body, response.Headers, response.Content.Headers.ContentType?.MediaType);
        _revisions?.Note(reply.Header("Roster-Revision"));
        return reply;
    }

    private static string Rooted(Uri baseAddress, string ownEnding)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        if (!baseAddress.IsAbsoluteUri || baseAddress.Scheme is not ("http" or "https") || baseAddress.Query.Length > 0 || baseAddress.Fragment.Length > 0)
        {
            throw new ArgumentException("The base address must be an http or https address without a query.", nameof(baseAddress));
        }

        var root = baseAddress.AbsoluteUri.TrimEnd('/');
        return ownEnding.Length > 0 && root.EndsWith(ownEnding, StringComparison.Ordinal) ? root[..^ownEnding.Length] : root;
    }
}
