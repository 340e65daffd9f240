using System.Runtime.CompilerServices;

namespace Roster.Sdk;

/// <summary>
/// A list that is asked for while it is read: nothing is sent before the first item is wanted, and no page more than is needed. Each reading asks
/// anew. A server whose pages come to no end is noticed, and ends the list with an exception.
/// </summary>
public sealed class Paged<T> : IAsyncEnumerable<T>
{
    private const int MaxEmptyPages = 100;
    private const int MaxRepeatedPages = 2;

    private readonly Func<string?, CancellationToken, Task<Page<T>>> _ask;
    private readonly CancellationToken _cancellation;

    internal Paged(Func<string?, CancellationToken, Task<Page<T>>> ask, CancellationToken cancellation) =>
        (_ask, _cancellation) = (ask, cancellation);

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in PagesAsync(null, cancellationToken))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }

    /// <summary>The same list page by page, so that reading can go on later where it stopped.</summary>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the last page that was read; null for the beginning.</param>
    public async IAsyncEnumerable<Page<T>> PagesAsync(
        string? cursor = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_cancellation, cancellationToken);
        var (asked, marks) = (new HashSet<string>(), new HashSet<string>());
        var (empty, repeated) = (0, 0);
        do
        {
            var page = await _ask(cursor, either.Token);
            empty = page.Items.Count == 0 ? empty + 1 : 0;
            repeated += page.Items.Count == 0 || marks.Add(page.Mark) ? 0 : 1;
            cursor = page.NextCursor;
            var endless = cursor is not null && (!asked.Add(cursor) || empty > MaxEmptyPages || repeated > MaxRepeatedPages);
            yield return endless ? page with { NextCursor = null } : page;
            if (endless)
            {
                throw new RosterException("The server's list comes to no end: it goes on with what it has answered before.") { Code = RosterException.EndlessList };
            }
        }
        while (cursor is not null);
    }
}
