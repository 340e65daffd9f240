using System.Text.Json;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Lists;

/// <summary>A resource with its type, ready to be written.</summary>
internal readonly record struct Listed(ResourceType Type, ScimObject Resource);

/// <summary>What a list answers.</summary>
/// <param name="StartIndex">Null where pages are told by cursor.</param>
/// <param name="NextCursor">Null on the last page, and where pages are told by index.</param>
internal sealed record ListAnswer(long Total, long? StartIndex, string? NextCursor, IReadOnlyList<Listed> Resources);

internal static class ListWire
{
    /// <summary>Everything at once.</summary>
    public static void Write<T>(Utf8JsonWriter json, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        Open(json, all.Count, 1, all.Count, null);
        foreach (var item in all)
        {
            write(json, item);
        }

        Close(json);
    }

    public static void Write(Utf8JsonWriter json, ListAnswer answer)
    {
        Open(json, answer.Total, answer.StartIndex, answer.Resources.Count, answer.NextCursor);
        foreach (var (type, resource) in answer.Resources)
        {
            ResourceWriter.Write(json, type, resource);
        }

        Close(json);
    }

    private static void Open(Utf8JsonWriter json, long total, long? startIndex, int count, string? nextCursor)
    {
        json.WriteStartObject();
        json.WriteStartArray("schemas"u8);
        json.WriteStringValue(Urns.ListResponse);
        json.WriteEndArray();
        json.WriteNumber("totalResults"u8, total);
        if (startIndex is { } start)
        {
            json.WriteNumber("startIndex"u8, start);
        }

        json.WriteNumber("itemsPerPage"u8, count);
        if (nextCursor is not null)
        {
            json.WriteString("nextCursor"u8, nextCursor);
        }

        json.WriteStartArray("Resources"u8);
    }

    private static void Close(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
