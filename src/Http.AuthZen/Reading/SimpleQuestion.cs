using System.Text.Json;
using Roster.Core.Access;

namespace Roster.Http.AuthZen.Reading;

/// <summary>Reads the questions that are asked most, one or many of plain parts, without building anything but them.</summary>
internal static class SimpleQuestion
{
    /// <summary>Null where the text is anything else.</summary>
    public static AccessQuestion? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var parts = default(SimpleParts);
            return reader.Read() && TryReadObject(ref reader, ref parts, null) && !reader.Read() ? parts.Over(default) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Null where the text is anything else than a few questions, some of whose parts may be said once for all.</summary>
    /// <param name="atMost">More are left to who reads everything.</param>
    public static List<AccessQuestion>? TryReadMany(ReadOnlySpan<byte> json, int atMost)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var defaults = default(SimpleParts);
            var items = new List<SimpleParts>();
            return reader.Read() && TryReadObject(ref reader, ref defaults, items) && !reader.Read() && items.Count <= atMost
                ? Completed(items, defaults)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <param name="items">Filled with those of <c>evaluations</c>; null where there may be none.</param>
    private static bool TryReadObject(ref Utf8JsonReader reader, ref SimpleParts parts, List<SimpleParts>? items)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var read = items is { Count: 0 } && reader.ValueTextEquals("evaluations"u8) ? TryReadItems(ref reader, items) : parts.TryRead(ref reader);
            if (!read)
            {
                return false;
            }
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }

    private static bool TryReadItems(ref Utf8JsonReader reader, List<SimpleParts> items)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = default(SimpleParts);
            if (!TryReadObject(ref reader, ref item, null))
            {
                return false;
            }

            items.Add(item);
        }

        // Without any it is a single question.
        return items.Count > 0;
    }

    private static List<AccessQuestion>? Completed(List<SimpleParts> items, SimpleParts defaults)
    {
        var questions = new List<AccessQuestion>(items.Count);
        foreach (var item in items)
        {
            if (item.Over(defaults) is not { } question)
            {
                return null;
            }

            questions.Add(question);
        }

        return questions.Count > 0 ? questions : null;
    }
}
