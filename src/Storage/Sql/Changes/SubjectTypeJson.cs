using System.Text.Json;
using System.Text.Json.Serialization;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;

namespace Roster.Storage.Sql.Changes;

/// <summary>An account's subject types, in the log and in its table.</summary>
internal sealed class SubjectTypeJson : JsonConverter<IReadOnlyList<SubjectType>>
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<SubjectType> value, JsonSerializerOptions options) =>
        Write(writer, value);

    public override IReadOnlyList<SubjectType> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ReadAll(document.RootElement);
    }

    public static string Write(IReadOnlyList<SubjectType> types) => ScalarJson.Write(json => Write(json, types));

    public static IReadOnlyList<SubjectType> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ReadAll(document.RootElement);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<SubjectType> types)
    {
        json.WriteStartArray();
        foreach (var type in types)
        {
            json.WriteStartObject();
            json.WriteString("name", type.Name);
            json.WriteNumber("kind", (int)type.Kind);
            json.WriteNumber("identifier", (int)type.Identifier);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static SubjectType[] ReadAll(JsonElement list) =>
    [
        .. list.EnumerateArray().Select(type => new SubjectType(
            type.GetProperty("name").GetString()!,
            (MemberKind)type.GetProperty("kind").GetInt32(),
            (SubjectIdentifier)type.GetProperty("identifier").GetInt32())),
    ];
}
