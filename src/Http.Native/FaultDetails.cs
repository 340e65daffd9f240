using System.Text.Json;
using Roster.Core.Outcomes;

namespace Roster.Http.Native;

/// <summary>What problem details say beyond the one detail: everything that is wrong with a document, and what a plan finds moved.</summary>
internal static class FaultDetails
{
    public static void Write(Utf8JsonWriter json, Fault fault)
    {
        if (fault.Problems.Count > 0)
        {
            WriteAll(json, "problems"u8, fault.Problems, static (json, problem) =>
            {
                json.WriteString("field"u8, problem.Field);
                json.WriteString("detail"u8, problem.Message);
            });
        }

        if (fault.Moved.Count > 0)
        {
            WriteAll(json, "moved"u8, fault.Moved, static (json, moved) =>
            {
                json.WriteString("kind"u8, moved.Kind);
                json.WriteString("id"u8, moved.Id);
                json.WriteString("what"u8, moved.What);
            });
        }
    }

    private static void WriteAll<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
