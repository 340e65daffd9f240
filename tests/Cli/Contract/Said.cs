using System.Text.Json;

namespace Roster.Tests.Cli.Contract;

/// <summary>A request of the native contract as a command line; null where the command line has no words for it.</summary>
internal static class Said
{
    private static readonly Dictionary<string, string> UserOptions = new(StringComparer.Ordinal)
    {
        ["givenName"] = "--given-name", ["familyName"] = "--family-name", ["phone"] = "--phone", ["picture"] = "--picture", ["externalId"] = "--external-id",
        ["userSchema"] = "--user-schema", ["displayName"] = "--display-name", ["id"] = "--id", ["role"] = "--role", ["userName"] = "--user-name", ["active"] = "--active",
    };

    private static readonly Dictionary<string, string> ScopeGroups = new(StringComparer.Ordinal)
    {
        ["organizations"] = "orgs", ["groups"] = "groups", ["connectors"] = "connectors",
    };

    /// <param name="begins">Whether what it puts is new: the command line has another word for that.</param>
    public static string[]? Of(string request, string? body, bool begins)
    {
        var (method, target) = (request.Split(' ')[0], request.Split(' ')[1]);
        var path = target.Split('?')[0].Split('/')[2..];
        if (!TryQuery(target, out var query) || !TryMembers(body, out var members) || path.Any(part => part.Length == 0 || part.Contains('%', StringComparison.Ordinal)))
        {
            return null;
        }

        return (method, path) switch
        {
            ("GET", ["roles"]) => Options(["roles", "list"], query, []),
            (_, ["roles", ..]) => Role(method, path, members),
            (_, ["teams", ..]) => Team(method, path, query, members, begins),
            ("GET", ["changes"]) => Options(["changes"], query, new() { ["after"] = "--after" }),
            ("GET", ["users"]) when query.GetValueOrDefault("active", "true") is "true" or "false" => Options(["users", "list"], query, new() { ["active"] = "--active" }),
            ("GET", ["users", var id]) => ["users", "show", id],
            ("POST", ["users"]) => NewUser(members),
            ("PATCH", ["users", var id]) when members.Count > 0 => Options(["users", "change", id], members, Without(UserOptions, "id", "role")),
            ("DELETE", ["users", var id]) => ["users", "remove", id, "--yes"],
            ("POST", ["users", var id, "invitation"]) => ["users", "invite", id],
            ("DELETE", ["users", var id, "invitation"]) => ["users", "invite", id, "--revoke"],
            (_, ["memberships", ..]) => Membership(method, path, query, members, begins),
            (_, ["keys", ..]) => Key(method, path, query, members),
            (_, [var kind, ..]) when ScopeGroups.TryGetValue(kind, out var group) => Scope(method, group, path, query, members),
            _ => null,
        };
    }

    private static string[]? NewUser(Dictionary<string, string> members)
    {
        var invite = members.Remove("invite", out var value) && value == "true" ? new[] { "--invite" } : [];
        return members.Remove("userName", out var name) && name.Length > 0
            ? Options(["users", "add", name, .. invite], members, Without(UserOptions, "userName", "active"))
            : null;
    }

    private static string[]? Scope(string method, string group, string[] path, Dictionary<string, string> query, Dictionary<string, string> members) => (method, path) switch
    {
        ("GET", [_]) => Options([group, "list"], query, group == "connectors" ? new() { ["groupId"] = "--group" } : []),
        ("GET", [_, var id]) => [group, "show", id],
        ("POST", [_]) => NewScope(group, members),
        ("PATCH", [_, var id]) when members.ContainsKey("name") => Options([group, "change", id], members, new() { ["name"] = "--name" }),
        ("DELETE", [_, var id]) => [group, "remove", id, "--yes"],
        _ => null,
    };

    private static string[]? NewScope(string group, Dictionary<string, string> members)
    {
        var needs = group == "connectors" ? new Dictionary<string, string> { ["groupId"] = "--group", ["service"] = "--service" } : [];
        return needs.Keys.All(members.ContainsKey) && members.Remove("name", out var name) && name.Length > 0
            ? Options([group, "add", name], members, new(needs) { ["id"] = "--id" })
            : null;
    }

    private static string[]? Team(string method, string[] path, Dictionary<string, string> query, Dictionary<string, string> members, bool begins) => (method, path) switch
    {
        ("GET", [_]) => Options(["teams", "list"], query, []),
        ("GET", [_, var id]) => ["teams", "show", id],
        ("POST", [_]) => members.Remove("name", out var name) && name.Length > 0
            ? Options(["teams", "add", name], members, new() { ["id"] = "--id", ["description"] = "--description" })
            : null,
        ("PATCH", [_, var id]) when members.Count > 0 => Options(["teams", "change", id], members, new() { ["name"] = "--name", ["description"] = "--description" }),
        ("DELETE", [_, var id]) => ["teams", "remove", id, "--yes"],
        ("GET", [_, var id, "users"]) => Options(["members", "list", "--in", $"team/{id}"], query, []),
        (_, [_, var id, "users", var user]) => Membership(method, ["memberships", "team", id, user], query, members, begins),
        _ => null,
    };

    private static string[]? Role(string method, string[] path, Dictionary<string, string> members) => (method, path) switch
    {
        ("GET", [_, var name]) => ["roles", "show", name],
        ("POST", [_]) => members.Remove("name", out var name) && name.Length > 0 && members.ContainsKey("level") && members.ContainsKey("kinds")
            ? RoleOptions(["roles", "add", name], members)
            : null,
        ("PATCH", [_, var name]) when members.Count > 0 => RoleOptions(["roles", "change", name], members),
        ("DELETE", [_, var name]) => ["roles", "remove", name, "--yes"],
        _ => null,
    };

    private static string[]? RoleOptions(string[] begin, Dictionary<string, string> members)
    {
        string[] listed = [.. Each("kinds", "--kind"), .. Each("permissions", "--permission")];
        return listed.Contains("") ? null : Options([.. begin, .. listed], members, new() { ["level"] = "--level", ["description"] = "--description" });

        IEnumerable<string> Each(string member, string option) =>
            members.Remove(member, out var values) ? values.Split(' ').SelectMany(value => new[] { option, value }) : [];
    }

    private static string[]? Membership(string method, string[] path, Dictionary<string, string> query, Dictionary<string, string> members, bool begins) => (method, path) switch
    {
        ("GET", [_]) => MembershipList(query),
        (_, [_, var kind, var scope, ..]) when Place(kind, scope) is null => null,
        (_, [_, var kind, var scope, "teams", var team]) => Membership(method, ["memberships", kind, scope, $"team/{team}"], query, members, begins),
        ("GET", [_, var kind, var scope, var user]) => ["members", "show", user, "--in", Place(kind, scope)!],
        ("PUT", [_, var kind, var scope, var user]) when members.ContainsKey("role") =>
            Options(["members", begins ? "add" : "change", user, "--in", Place(kind, scope)!], Ends(members), new() { ["role"] = "--role", ["expiresAt"] = "--expires" }),
        ("DELETE", [_, var kind, var scope, var user]) => ["members", "remove", user, "--in", Place(kind, scope)!, "--yes"],
        _ => null,
    };

    private static string[]? MembershipList(Dictionary<string, string> query)
    {
        var narrowed = query.Remove("kind", out var kind) | query.Remove("scopeId", out var scope);
        string[]? place = !narrowed ? [] : kind is not null && scope is not null && Place(kind, scope) is { } at ? ["--in", at] : null;
        return place is null ? null : Options(["members", "list", .. place], query, new() { ["userId"] = "--user", ["teamId"] = "--team", ["role"] = "--role" });
    }

    private static string[]? Key(string method, string[] path, Dictionary<string, string> query, Dictionary<string, string> members) => (method, path) switch
    {
        ("GET", [_]) => Options(["keys", "list"], query, []),
        ("GET", [_, var id]) => ["keys", "show", id],
        ("POST", [_]) => NewKey(members),
        ("POST", [_, var id, "rotate"]) => Rotation(id, members),
        ("DELETE", [_, var id]) => ["keys", "remove", id, "--yes"],
        _ => null,
    };

    private static string[]? NewKey(Dictionary<string, string> members)
    {
        if (!members.Remove("name", out var name) || !members.Remove("grants", out var grants) || name.Length == 0 || grants.Length == 0)
        {
            return null;
        }

        var given = grants.Split(' ').SelectMany(grant => new[] { "--grant", grant });
        return Options(["keys", "add", name, .. given], members, new() { ["level"] = "--level", ["ownerId"] = "--owner", ["expiresAt"] = "--expires" });
    }

    private static string[]? Rotation(string id, Dictionary<string, string> members) =>
        members.Count == 0 ? ["keys", "rotate", id]
        : members.GetValueOrDefault("overlapSeconds") is { Length: > 0 } seconds && !seconds.StartsWith('-') ? ["keys", "rotate", id, "--overlap", seconds + "s"]
        : null;

    /// <summary>Null for what is no place, or another account's: the command line knows its own alone.</summary>
    private static string? Place(string kind, string id) => kind switch
    {
        "account" => id == "{account}" ? "account" : null,
        "organization" or "group" or "connector" or "team" => $"{kind}/{id}",
        _ => null,
    };

    private static Dictionary<string, string> Ends(Dictionary<string, string> members)
    {
        if (members.TryGetValue("expiresAt", out var end) && end.Length == 0)
        {
            members["expiresAt"] = "never";
        }

        return members;
    }

    /// <summary>Null where one of the values has no option.</summary>
    private static string[]? Options(string[] begin, Dictionary<string, string> values, Dictionary<string, string> options) =>
        values.Keys.All(options.ContainsKey) ? [.. begin, .. values.SelectMany(value => new[] { options[value.Key], value.Value })] : null;

    private static Dictionary<string, string> Without(Dictionary<string, string> options, params string[] names) =>
        options.Where(option => !names.Contains(option.Key)).ToDictionary();

    private static bool TryQuery(string target, out Dictionary<string, string> query)
    {
        var pairs = target.Split('?').Skip(1).SelectMany(text => text.Split('&')).Select(pair => pair.Split('=')).ToList();
        query = pairs.DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[^1]));
        return query.Count == pairs.Count && pairs.All(pair => pair.Length == 2);
    }

    /// <summary>As they are typed: nothing is an empty text, a list has its values in a row. False where one is of a type that has no words.</summary>
    private static bool TryMembers(string? body, out Dictionary<string, string> members)
    {
        members = [];
        if (body is null)
        {
            return true;
        }

        try
        {
            foreach (var member in JsonElement.Parse(body).EnumerateObject())
            {
                if (Typed(member.Value) is not { } typed || !members.TryAdd(member.Name, typed))
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Typed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString(),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join(' ', value.EnumerateArray().Select(item => item.GetString())),
        _ => null,
    };
}
