using System.Text.Json;
using System.Text.Json.Serialization;

namespace Roster.Sdk.Access;

/// <summary>What an attribute of a user or a resource is: a text, a number, true or false.</summary>
[JsonConverter(typeof(AttributeValueConverter))]
public readonly record struct AttributeValue
{
    private AttributeValue(object value) => Value = value;

    /// <summary>A <see cref="string"/>, a <see cref="double"/> or a <see cref="bool"/>; null for what this version does not know.</summary>
    public object? Value { get; }

    public static implicit operator AttributeValue(string text) => new(text);

    public static implicit operator AttributeValue(double number) => new(number);

    public static implicit operator AttributeValue(bool flag) => new(flag);

    public override string ToString() => Value?.ToString() ?? "";

    internal static AttributeValue Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => default,
    };
}

internal sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    public override bool HandleNull => true;

    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return AttributeValue.Of(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options)
    {
        switch (value.Value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
