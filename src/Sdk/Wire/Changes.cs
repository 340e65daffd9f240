using System.Text.Json;
using System.Text.Json.Serialization;

namespace Roster.Sdk.Wire;

/// <summary>
/// What is there is set, null too. What is not set never comes here: its property is ignored when it is the default.
/// </summary>
internal abstract class ChangeConverter<T> : JsonConverter<Change<T>>
{
    public override bool HandleNull => true;

    public sealed override Change<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public sealed override void Write(Utf8JsonWriter writer, Change<T> value, JsonSerializerOptions options) => Write(writer, value.Or(default!));

    protected abstract T Read(ref Utf8JsonReader reader);

    protected abstract void Write(Utf8JsonWriter writer, T value);
}

internal sealed class TextChange : ChangeConverter<string?>
{
    protected override string? Read(ref Utf8JsonReader reader) => reader.GetString();

    protected override void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);
}

internal sealed class FlagChange : ChangeConverter<bool>
{
    protected override bool Read(ref Utf8JsonReader reader) => reader.GetBoolean();

    protected override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}

internal sealed class TimeChange : ChangeConverter<DateTimeOffset?>
{
    protected override DateTimeOffset? Read(ref Utf8JsonReader reader) => Times.Read(ref reader);

    protected override void Write(Utf8JsonWriter writer, DateTimeOffset? value) => Times.Write(writer, value);
}
