using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Roster.Cli.Output;

/// <summary>A JSON value as YAML that reads back as the same value.</summary>
internal static class YamlText
{
    // What some reader of YAML, of either version, takes for something else than text.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "null", "true", "false", "yes", "no", "on", "off", "y", "n",
    };

    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var value = JsonDocument.Parse(JsonValue.Text(write, indented: false));
        return Of(value.RootElement);
    }

    private static string Of(JsonElement value)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(2, int.MaxValue, false, 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, value);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMapping(emitter, value);
                break;
            case JsonValueKind.Array:
                WriteSequence(emitter, value);
                break;
            case JsonValueKind.String:
                emitter.Emit(TextScalar(value.GetString()!));
                break;
            default:
                emitter.Emit(new Scalar(value.GetRawText()));
                break;
        }
    }

    private static void WriteMapping(Emitter emitter, JsonElement value)
    {
        var style = value.EnumerateObject().Any() ? MappingStyle.Block : MappingStyle.Flow;
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
        foreach (var member in value.EnumerateObject())
        {
            emitter.Emit(TextScalar(member.Name));
            Write(emitter, member.Value);
        }

        emitter.Emit(new MappingEnd());
    }

    private static void WriteSequence(Emitter emitter, JsonElement value)
    {
        var style = value.GetArrayLength() == 0 ? SequenceStyle.Flow : SequenceStyle.Block;
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
        foreach (var item in value.EnumerateArray())
        {
            Write(emitter, item);
        }

        emitter.Emit(new SequenceEnd());
    }

    private static Scalar TextScalar(string text) =>
        new(AnchorName.Empty, TagName.Empty, text, IsPlain(text) ? ScalarStyle.Any : ScalarStyle.DoubleQuoted, isPlainImplicit: true, isQuotedImplicit: true);

    /// <summary>Begins with a letter and is no word of YAML's: then no reader takes it for a number, a time or a truth.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && !Words.Contains(text) && text.All(c => !char.IsControl(c));
}
