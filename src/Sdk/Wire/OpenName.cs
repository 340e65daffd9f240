using System.Text.Json;
using System.Text.Json.Serialization;

namespace Roster.Sdk.Wire;

/// <summary>A set of names to which a server may add: what it says is kept as it is.</summary>
internal interface IOpenName<TSelf>
    where TSelf : struct, IOpenName<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string value);
}

internal sealed class OpenNameConverter<T> : JsonConverter<T>
    where T : struct, IOpenName<T>
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : T.Of(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
