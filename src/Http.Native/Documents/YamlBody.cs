using System.Buffers;
using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Roster.Http.Native.Documents;

/// <summary>
/// Reads the plain part of YAML that says what JSON can: one document of mappings, sequences and texts. A text that is not quoted
/// is a text still, be it a date, a number or <c>yes</c>; only <c>null</c>, <c>~</c> and nothing at all are null, <c>true</c> and
/// <c>false</c> are what they say, and a number is one where a role's conditions are, which know both. Tags, anchors and aliases are refused, and with them all that a few lines could blow up.
/// </summary>
internal static class YamlBody
{
    private const int MaxDepth = 16;

    /// <summary>Document, roles, role, permissions, grant, condition: nothing else is so deep in a document.</summary>
    private const int ConditionDepth = 6;

    public static BodyForm Form { get; } = new(["application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml"], ToJson);

    private static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>(body.Length + 256);
        using var json = new Utf8JsonWriter(buffer, Exchange.Writing);
        using var text = new StringReader(Encoding.UTF8.GetString(body.Span));
        var parser = new Parser(text);
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out var end))
            {
                throw new YamlException(end.Start, end.End, "There is no document.");
            }

            parser.Consume<DocumentStart>();
            Write(parser, json);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
            {
                throw new YamlException(parser.Current!.Start, parser.Current.End, "There is a second document.");
            }
        }
        catch (YamlException exception)
        {
            throw new FormatException($"Line {exception.Start.Line}, column {exception.Start.Column}: {exception.Message}", exception);
        }
        catch (ArgumentException exception)
        {
            // What the library says of two halves of surrogate pairs, escaped, that are no pair.
            throw new FormatException($"After line {parser.Current?.End.Line ?? 1}: there is an escape that stands for no character.", exception);
        }

        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>One value with all that is in it. Not by recursion: the depth is the client's.</summary>
    private static void Write(Parser parser, Utf8JsonWriter json)
    {
        // True for a mapping, false for a sequence.
        var open = new Stack<bool>();
        var isKey = false;
        do
        {
            var found = parser.Consume<ParsingEvent>();
            Refuse(found, isKey && found is not (Scalar or MappingEnd), "A name must be a text.");
            Refuse(found, found is AnchorAlias or NodeEvent { Anchor.IsEmpty: false }, "Anchors and aliases are not read here.");
            Refuse(found, found is NodeEvent { Tag.IsEmpty: false }, "Tags are not read here.");
            switch (found)
            {
                case Scalar name when isKey:
                    json.WritePropertyName(name.Value);
                    break;
                case Scalar scalar:
                    Write(json, scalar, open.Count >= ConditionDepth);
                    break;
                case MappingStart:
                    json.WriteStartObject();
                    open.Push(true);
                    break;
                case SequenceStart:
                    json.WriteStartArray();
                    open.Push(false);
                    break;
                case MappingEnd:
                    json.WriteEndObject();
                    open.Pop();
                    break;
                case SequenceEnd:
                    json.WriteEndArray();
                    open.Pop();
                    break;
                default:
                    Refuse(found, true, "There is nothing to read.");
                    break;
            }

            Refuse(found, open.Count > MaxDepth, "It nests too deep.");
            isKey = open.TryPeek(out var isMapping) && isMapping && !(isKey && found is Scalar);
        }
        while (open.Count > 0);
    }

    private static void Write(Utf8JsonWriter json, Scalar scalar, bool mayBeNumber)
    {
        switch (scalar)
        {
            case { Style: ScalarStyle.Plain, Value: "" or "~" or "null" }:
                json.WriteNullValue();
                break;
            case { Style: ScalarStyle.Plain, Value: "true" or "false" }:
                json.WriteBooleanValue(scalar.Value == "true");
                break;
            case { Style: ScalarStyle.Plain } when mayBeNumber && NumberOf(scalar.Value) is { } number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(scalar.Value);
                break;
        }
    }

    /// <summary>What JSON writes so; null for a text.</summary>
    private static double? NumberOf(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            return text[0] is '-' or (>= '0' and <= '9') && reader.Read() && reader.BytesConsumed == text.Length
                && reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Refuse(ParsingEvent found, bool isWrong, string message)
    {
        if (isWrong)
        {
            throw new YamlException(found.Start, found.End, message);
        }
    }
}
