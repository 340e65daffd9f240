using System.Text.Json;

namespace Roster.Tests.Sdk.Contract;

/// <summary>The SDK's operation for each route: how a request's arguments are read, and the call with them.</summary>
internal sealed class Operations<TClient>
{
    private readonly List<(string Method, string[] Path, Func<Said, Func<TClient, Task<object?>>> Read)> _all = [];

    /// <summary>Each as method and path.</summary>
    public IEnumerable<string> Routes => _all.Select(operation => $"{operation.Method} {string.Join('/', operation.Path)}");

    /// <param name="route">Method and path, with <c>{}</c> for each id.</param>
    public void On<TArguments>(string route, Func<Said, TArguments> read, Func<TClient, TArguments, Task<object?>> call)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        _all.Add((method, path.Split('/'), said =>
        {
            var arguments = read(said);
            said.Done();
            return client => call(client, arguments);
        }));
    }

    /// <summary>The call that makes this request.</summary>
    public Func<TClient, Task<object?>> Find(string request, string? body)
    {
        var operation = _all.FirstOrDefault(one => $"{one.Method} {string.Join('/', one.Path)}" == RouteOf(request));
        if (operation.Read is null)
        {
            throw new UnsayableException(Rule.NoOperation, request);
        }

        var target = request.Split(' ')[1].Split('?', 2);
        var ids = target[0].Split('/').Where((_, i) => operation.Path[i] == "{}").Select(Uri.UnescapeDataString);
        return operation.Read(new Said(ids, target.ElementAtOrDefault(1) ?? "", Parsed(body)));
    }

    /// <summary>The route that a request is of; null for none.</summary>
    public string? RouteOf(string request)
    {
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1].Split('?')[0].Split('/'));
        return _all.Where(one => one.Method == method && Matches(one.Path, path)).Select(one => $"{method} {string.Join('/', one.Path)}").FirstOrDefault();
    }

    private static bool Matches(string[] pattern, string[] path) =>
        pattern.Length == path.Length && pattern.Zip(path).All(part => part.First == "{}" || part.First == part.Second);

    private static JsonElement? Parsed(string? body)
    {
        try
        {
            return body is null ? null : JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            throw new UnsayableException(Rule.NoBody, body!);
        }
    }
}

/// <summary>What a call comes to, whatever its type.</summary>
internal static class Outcomes
{
    public static async Task<object?> Of<T>(Task<T> call) => await call;

    public static async Task<object?> Of(Task call)
    {
        await call;
        return null;
    }

    /// <summary>The page from that cursor on.</summary>
    public static async Task<object?> Of<T>(Paged<T> list, string? cursor) => await list.PagesAsync(cursor).FirstAsync();
}
