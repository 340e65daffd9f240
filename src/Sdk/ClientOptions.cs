namespace Roster.Sdk;

/// <summary>What all clients can be told. The defaults suit a program that asks a server some distance away.</summary>
public record ClientOptions
{
    /// <summary>
    /// An <see cref="System.Net.Http.HttpClient"/> of the caller's, as <c>IHttpClientFactory</c> makes them. It is never disposed here.
    /// Its own timeout and redirects hold as well.
    /// </summary>
    public HttpClient? HttpClient { get; init; }

    /// <summary>What sends the requests, where no <see cref="HttpClient"/> is given: a proxy, a recorder, a test. It is never disposed here.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>How long one request may take, from the connection to the last byte. A call may make <see cref="MaxRetries"/> more, and waits between them.</summary>
    public TimeSpan Timeout
    {
        get;
        init => field = value > TimeSpan.Zero || value == System.Threading.Timeout.InfiniteTimeSpan
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "must be longer than zero");
    }
    = TimeSpan.FromSeconds(60);

    /// <summary>How often a request is made again that was refused for the moment, or got lost. 0 for never.</summary>
    public int MaxRetries { get; init => field = AtLeast(0, value); } = 3;

    /// <summary>The longest wait before a request is made again. A server that asks for a longer one is not asked again.</summary>
    public TimeSpan MaxRetryDelay { get; init => field = AtLeast(TimeSpan.Zero, value); } = TimeSpan.FromSeconds(60);

    /// <summary>The most bytes that an answer may have.</summary>
    public int MaxAnswerBytes { get; init => field = AtLeast(1, value); } = 256 * 1024 * 1024;

    /// <summary>Waits and measures time.</summary>
    public TimeProvider TimeProvider { get; init => field = value ?? TimeProvider.System; } = TimeProvider.System;

    private static T AtLeast<T>(T least, T value)
        where T : IComparable<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }
}
