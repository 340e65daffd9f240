namespace Roster.Tests.Server.Fuzz;

/// <summary>Paths and queries that no client sends.</summary>
internal static class OddTargets
{
    private static readonly string[] Segments =
    [
        "", ".", "..", "%2e%2e", "%2f", "%2F..%2f", "%5c", "%00", "a%00b", "%", "%z", "%zz", "%c3", "%c0%af", "%ed%a0%80", "%ff", "%0d%0a", "%0d%0aSet-Cookie:%20x=y", "%20", "%09", "+", "*", "~",
        "\u00ff", "\u00c3\u00a9", "\\", "a;b", "a:b", "a@b", "{id}", "<>", "|", "\"", "%E2%84%AAelvin", "%F0%9F%98%80", "%EF%BF%BD", "null", "account", "ACCOUNT", "team",
    ];

    private static readonly string[] Names =
    [
        "cursor", "limit", "active", "after", "email", "user_id", "role", "managed_org_id", "group_id", "schema", "userName", "kind", "scopeId", "userId",
        "key_id", "scopes", "expiration_time", "alias", "resource_id", "set_default", "",
    ];

    public static void SpoilPath(Draft draft, Random random)
    {
        draft.HasOddPath = true;
        var segments = draft.Path.Split('/').ToList();
        var at = random.Next(1, segments.Count);
        switch (random.Next(10))
        {
            case 0:
                segments.Insert(at, random.Of(Segments));
                break;
            case 1:
                segments.RemoveAt(at);
                break;
            case 2:
                segments.Add(random.Of(Segments));
                break;
            case 3:
                segments[at] = segments[at].ToUpperInvariant();
                break;
            case 4:
                segments[at] = new string('a', random.Of(129, 5_000, 30_000, 40_000));
                break;
            case 5:
                segments[at] = string.Concat(segments[at].Select(c => $"%{(int)c:x2}"));
                break;
            case 6:
                segments.InsertRange(at, Enumerable.Repeat(random.Of("", "..", ".", "a"), random.Of(2, 50, 3_000)));
                break;
            default:
                segments[at] = random.OneIn(3) ? Escaped(OddTexts.Any(random)) : random.Of(Segments);
                break;
        }

        draft.Path = string.Join('/', segments);
        if (draft.Path is not ['/', ..])
        {
            draft.Path = "/" + draft.Path;
        }
    }

    public static void SpoilQuery(Draft draft, Random random)
    {
        var parameters = draft.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            var name = parameters.Count > 0 && !random.OneIn(4) ? random.Of(parameters).Split('=')[0] : random.Of(Names);
            var parameter = random.OneIn(12) ? name : $"{name}={Value(random)}";
            parameters.RemoveAll(other => random.Next(3) > 0 && other.StartsWith(name + "=", StringComparison.Ordinal));
            parameters.Insert(random.Next(parameters.Count + 1), parameter);
        }

        if (random.OneIn(40))
        {
            parameters.AddRange(Enumerable.Repeat(random.Of("limit=1", "scopes=:user", "a", "=", ""), random.Of(10, 1_000, 2_000)));
        }

        draft.Query = string.Join('&', parameters);
    }

    private static string Value(Random random) => random.Next(6) switch
    {
        0 => random.Of(Segments).Replace("\"", "", StringComparison.Ordinal),
        1 => random.Of("0", "-1", "1001", "2147483648", "1", "+1", "1 ", "%201", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAEAAAAAAAAAAA", "AAAAAAAAAAEAAAAAAAAAAA==", "////", "----------------------", "True", "FALSE", "viewer"),
        _ => Escaped(OddTexts.Any(random)),
    };

    /// <summary>As bytes of UTF-8, percent-encoded; half of a pair as no UTF-8 has it.</summary>
    private static string Escaped(string text)
    {
        text = text.Length > 5_000 ? text[..5_000] : text;
        return string.Concat(text.EnumerateRunes().Select(rune => Uri.EscapeDataString(rune.ToString())))
            .Replace("%EF%BF%BD", "%ED%A0%80", StringComparison.Ordinal);
    }
}
