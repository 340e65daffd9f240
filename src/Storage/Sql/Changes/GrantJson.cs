using System.Text.Json;
using System.Text.Json.Serialization;
using Roster.Core.Access.Granting;

namespace Roster.Storage.Sql.Changes;

/// <summary>What a role permits: a name for what has no more to it, else an object. In the log and in tables, so the form never changes.</summary>
internal sealed class GrantJson : JsonConverter<IReadOnlyList<Grant>>
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Grant> value, JsonSerializerOptions options) => Write(writer, value);

    public override IReadOnlyList<Grant> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ReadAll(document.RootElement);
    }

    public static string Write(IReadOnlyList<Grant> grants) => ScalarJson.Write(json => Write(json, grants));

    public static IReadOnlyList<Grant> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ReadAll(document.RootElement);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Grant> grants)
    {
        json.WriteStartArray();
        foreach (var grant in grants)
        {
            Write(json, grant);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Grant grant)
    {
        if (grant.IsPlain)
        {
            json.WriteStringValue(grant.Action);
            return;
        }

        json.WriteStartObject();
        json.WriteString("action", grant.Action);
        if (grant.On is not null)
        {
            json.WriteString("on", grant.On);
        }

        if (grant.When is not null)
        {
            json.WriteStartObject("when");
            foreach (var entry in grant.When.Entries)
            {
                json.WritePropertyName(entry.Path);
                Write(json, entry);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConditionEntry entry)
    {
        if (entry.Test == ConditionTest.Is)
        {
            ScalarJson.Write(json, entry.Values[0]);
            return;
        }

        json.WriteStartObject();
        switch (entry.Test)
        {
            case ConditionTest.IsNot:
                json.WritePropertyName("not");
                ScalarJson.Write(json, entry.Values[0]);
                break;
            case ConditionTest.IsIn:
                json.WriteStartArray("in");
                foreach (var value in entry.Values)
                {
                    ScalarJson.Write(json, value);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteString("same", entry.Other);
                break;
        }

        json.WriteEndObject();
    }

    private static Grant[] ReadAll(JsonElement list) => [.. list.EnumerateArray().Select(ReadGrant)];

    private static Grant ReadGrant(JsonElement grant) => grant.ValueKind == JsonValueKind.String
        ? new(grant.GetString()!)
        : new(
            grant.GetProperty("action").GetString()!,
            grant.TryGetProperty("on", out var on) ? on.GetString() : null,
            grant.TryGetProperty("when", out var when)
                ? new(when.EnumerateObject().Select(entry => ReadEntry(entry.Name, entry.Value)).ToList())
                : null);

    private static ConditionEntry ReadEntry(string path, JsonElement test) =>
        test.ValueKind != JsonValueKind.Object ? ConditionEntry.Is(path, ScalarJson.Read(test))
        : test.TryGetProperty("not", out var other) ? ConditionEntry.IsNot(path, ScalarJson.Read(other))
        : test.TryGetProperty("in", out var values)
            ? ConditionEntry.IsIn(path, [.. values.EnumerateArray().Select(ScalarJson.Read)])
        : ConditionEntry.IsSame(path, test.GetProperty("same").GetString()!);
}
