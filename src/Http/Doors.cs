using Microsoft.AspNetCore.Http;

namespace Roster.Http;

/// <summary>Tells by the path which dialect a request is spoken in.</summary>
public sealed class Doors
{
    private readonly (PathString Root, Dialect Dialect)[] _roots;
    private readonly Dialect _fallback;

    /// <param name="fallback">Answers where no dialect's root matches.</param>
    public Doors(IReadOnlyList<Dialect> dialects, Dialect fallback)
    {
        Dialects = dialects;
        _fallback = fallback;
        _roots = [.. dialects
            .SelectMany(dialect => dialect.Roots.Select(root => (new PathString(root), dialect)))
            .OrderByDescending(entry => entry.Item1.Value!.Length)];
    }

    public IReadOnlyList<Dialect> Dialects { get; }

    public Dialect Of(PathString path, out bool isFallback)
    {
        foreach (var (root, dialect) in _roots)
        {
            if (path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase))
            {
                isFallback = false;
                return dialect;
            }
        }

        isFallback = true;
        return _fallback;
    }
}
