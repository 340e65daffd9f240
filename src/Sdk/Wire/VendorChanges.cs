using System.Text.Json;
using System.Text.Json.Nodes;

namespace Roster.Sdk.Wire;

/// <summary>For who takes a text away by an empty one.</summary>
internal sealed class EmptyForNull : ChangeConverter<string?>
{
    protected override string? Read(ref Utf8JsonReader reader) => reader.GetString();

    protected override void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value ?? "");
}

internal sealed class OptionalFlagChange : ChangeConverter<bool?>
{
    protected override bool? Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();

    protected override void Write(Utf8JsonWriter writer, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBooleanValue(flag);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

internal sealed class NumberChange : ChangeConverter<long?>
{
    protected override long? Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();

    protected override void Write(Utf8JsonWriter writer, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

internal sealed class ObjectChange : ChangeConverter<JsonObject?>
{
    protected override JsonObject? Read(ref Utf8JsonReader reader) => JsonNode.Parse(ref reader)?.AsObject();

    protected override void Write(Utf8JsonWriter writer, JsonObject? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}
