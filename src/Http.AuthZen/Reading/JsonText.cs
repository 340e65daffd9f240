using System.Text.Json;
using System.Text.Unicode;
using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Http.AuthZen.Reading;

/// <summary>
/// Reads a text as one JSON object of which any two readers think the same: UTF-8, no name twice in any object, nothing in any
/// text that is no character.
/// </summary>
internal static class JsonText
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    public static Outcome<Fields> Parse(ReadOnlySpan<byte> json)
    {
        var text = json.StartsWith("\uFEFF"u8) ? json[3..] : json;
        if (!Utf8.IsValid(text))
        {
            return Malformed("The body is not UTF-8.");
        }

        try
        {
            // Only an escape can still name what is no character; where names are compared it would be met too late.
            if (text.IndexOf("\\u"u8) >= 0 && !HoldsTextOnly(text))
            {
                return Malformed("The body has U+0000 or half of a surrogate pair in a text.");
            }

            var root = JsonElement.Parse(text, Strict);
            return root.ValueKind == JsonValueKind.Object ? new Fields(root) : Malformed("The body must be a JSON object.");
        }
        catch (JsonException)
        {
            return Malformed(text.IsEmpty ? "The body is empty." : "The body is not well-formed JSON, nests too deep, or has a name twice.");
        }
    }

    private static bool HoldsTextOnly(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName or JsonTokenType.String, ValueIsEscaped: true } && !IsText(ref reader))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return Text.IsStorable(reader.GetString());
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Fault Malformed(string message) => new(FaultKind.InvalidValue, message);
}
