using System.Collections.Concurrent;
using Roster.Core.Values;

namespace Roster.Http;

/// <summary>How much any hour may bring; null where there is no limit.</summary>
/// <param name="Requests">By one key.</param>
/// <param name="NewUsers">In one account.</param>
public sealed record LimitOptions(int? Requests = null, int? NewUsers = null);

/// <summary>What a key has left of its hour.</summary>
public readonly record struct RateStanding(int Limit, int Remaining);

/// <summary>Counts requests by key and new users by account, each over the last hour.</summary>
public sealed class Limits(LimitOptions options)
{
    private readonly Windows<KeyId> _requests = new();
    private readonly Windows<AccountId> _newUsers = new();

    /// <summary>Counts one request; null standing where requests are not limited.</summary>
    internal HttpFault? CountRequest(KeyId key, Instant now, out RateStanding? standing)
    {
        standing = null;
        if (options.Requests is not { } limit)
        {
            return null;
        }

        var answer = _requests.Of(key, now).Take(1, limit, now);
        standing = new(limit, answer.Remaining);
        return answer.Taken ? null : TooMany($"At most {limit} requests may be made with one key in an hour.", answer);
    }

    internal HttpFault? CountNewUsers(AccountId account, int users, Instant now)
    {
        if (options.NewUsers is not { } limit)
        {
            return null;
        }

        var answer = _newUsers.Of(account, now).Take(users, limit, now);
        return answer.Taken ? null : TooMany($"At most {limit} users may be created in an account in an hour.", answer);
    }

    private static HttpFault TooMany(string detail, WindowAnswer answer) =>
        new(HttpFaultKind.TooManyRequests, detail, answer.RetryAfter);

    private sealed class Windows<TOf>
        where TOf : notnull
    {
        private const int Many = 10_000;

        private readonly ConcurrentDictionary<TOf, HourWindow> _windows = new();
        private int _untidied;

        public HourWindow Of(TOf of, Instant now)
        {
            if (_windows.TryGetValue(of, out var window))
            {
                return window;
            }

            if (Interlocked.Increment(ref _untidied) % Many == 0)
            {
                DropIdle(now);
            }

            return _windows.GetOrAdd(of, _ => new HourWindow());
        }

        private void DropIdle(Instant now)
        {
            foreach (var (of, window) in _windows)
            {
                if (window.IsIdleAt(now))
                {
                    _windows.TryRemove(of, out _);
                }
            }
        }
    }
}
