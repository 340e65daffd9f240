using System.Text.Encodings.Web;
using System.Text.Json;

namespace Roster.Tests.Server.Fuzz;

/// <summary>Bodies that are not what a route wants: JSON of the wrong kind, and what is no JSON.</summary>
internal static class OddBodies
{
    private static readonly string[] Literals =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "1.5", "1e400", "-1e-400", "9223372036854775807", "9223372036854775808",
        "123456789012345678901234567890", "[]", "{}", "[null]", "[[]]", "[{}]", "[1,\"a\",null]", "{\"\":null}", "[\"read\",\"read\"]", "[\"\"]",
        "\"\\ud800\"", "\"\\udc00a\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "[\"\\ud800\"]", "{\"\\ud800\":1}",
    ];

    private static readonly string[] Whole =
    [
        "", " ", "null", "[]", "{}", "{}{}", "{},", "\"text\"", "1", "nul", "{", "}", "{\"a\"", "{\"a\":}", "{'a':1}", "{a:1}", "{\"a\":1,}", "// no\n{}", "{\"a\":NaN}", "\u00EF\u00BB\u00BF{}",
        "{\"\\ud800\":\"\\ud800\"}", "<xml/>", "a=b&c=d", "\0", "{\"a\":\"\0\"}", "{\"a\":\"\n\"}",
    ];

    public static void Spoil(Draft draft, Random random)
    {
        draft.Body ??= "{}"u8.ToArray();
        draft.ContentType ??= "application/json";
        draft.Body = random.Next(8) switch
        {
            0 => Encoding.Latin1.GetBytes(random.Of(Whole)),
            1 => Broken(draft.Body, random),
            2 => Encoding.UTF8.GetBytes(Deep(random)),
            _ => Members(draft.Body, random),
        };
    }

    /// <summary>Members changed, dropped, added or said twice, and everything else as it was.</summary>
    private static byte[] Members(byte[] body, Random random)
    {
        try
        {
            var root = JsonElement.Parse(body);
            return root.ValueKind == JsonValueKind.Object ? Encoding.UTF8.GetBytes(Members(root, random)) : Broken(body, random);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Broken(body, random);
        }
    }

    private static string Members(JsonElement root, Random random)
    {
        var members = root.EnumerateObject().Select(member => (Name: $"\"{member.Name}\"", Value: member.Value.GetRawText(), Json: member.Value)).ToList();
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            if (members.Count == 0 || random.OneIn(8))
            {
                members.Add((Quoted(OddTexts.Any(random)), Value(random), default));
                continue;
            }

            var at = random.Next(members.Count);
            var (name, value, json) = members[at];
            switch (random.Next(10))
            {
                case 0:
                    members.RemoveAt(at);
                    break;
                case 1:
                    members.Add((name, Value(random), default));
                    break;
                case 2:
                    members[at] = (name.ToUpperInvariant(), value, json);
                    break;
                default:
                    var inner = json.ValueKind == JsonValueKind.Object && random.OneIn(2);
                    members[at] = (name, inner ? Members(json, random) : Value(random), default);
                    break;
            }
        }

        return $"{{{string.Join(',', members.Select(member => $"{member.Name}:{member.Value}"))}}}";
    }

    private static string Value(Random random) => random.Next(20) switch
    {
        < 7 => random.Of(Literals),
        < 17 => Quoted(OddTexts.Any(random)),
        17 => $"[{string.Join(',', Enumerable.Repeat(Quoted(random.Of("user-nobody", "read", "")), random.Of(2, 100, 3_000)))}]",
        18 => Deep(random),
        _ => $"{{\"a\":{random.Of(Literals)}}}",
    };

    private static string Deep(Random random)
    {
        var depth = random.Of(29, 30, 31, 32, 33, 64, 5_000);
        var (open, close) = random.OneIn(2) ? ("[", "]") : ("{\"a\":", "}");
        return string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, random.OneIn(4) ? depth - 1 : depth));
    }

    private static byte[] Broken(byte[] body, Random random)
    {
        byte[] bad = random.Of<byte[]>([0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x00], [0xe2, 0x82], (byte[])[0x0d, 0x0a]);
        var at = random.Next(body.Length + 1);
        return random.Next(3) switch
        {
            0 => [.. body.AsSpan(0, at)],
            1 => [.. body.AsSpan(0, at), .. bad, .. body.AsSpan(at)],
            _ => [.. body, .. bad],
        };
    }

    /// <summary>Half of a pair can only be said escaped; what can stand for itself does so half the time.</summary>
    private static string Quoted(string text)
    {
        var isWhole = !text.Any(char.IsSurrogate) || Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
        return isWhole
            ? $"\"{JsonEncodedText.Encode(text, text.Length % 2 == 0 ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default)}\""
            : $"\"{string.Concat(text.Select(c => $"\\u{(int)c:x4}"))}\"";
    }
}
