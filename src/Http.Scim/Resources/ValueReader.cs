using System.Text.Json;
using Roster.Core.Values;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Resources;

/// <summary>
/// Reads JSON as values of attributes, as leniently as clients need: any case of names, booleans as texts, one value in an
/// array or an object of its own. Null, <c>[]</c> and <c>""</c> are no value. Unknown and read-only parts are passed over.
/// </summary>
internal static class ValueReader
{
    private static readonly JsonElement Null = JsonElement.Parse("null"u8);

    /// <summary>Values of one attribute; only members have no such bound.</summary>
    public const int MaxValues = 50;

    /// <param name="value">Null for no value.</param>
    public static ScimError? Read(ScimAttribute attribute, JsonElement json, out ScimValue? value)
    {
        value = null;
        if (attribute.IsMulti)
        {
            return ReadList(attribute, json, out value);
        }

        json = Unwrap(attribute, json);
        return json.ValueKind == JsonValueKind.Null
            ? null
            : attribute.Type switch
            {
                AttributeType.Complex => ReadObject(attribute, json, out value),
                AttributeType.Boolean => ReadFlag(attribute, json, out value),
                _ => ReadText(attribute, json, out value),
            };
    }

    /// <summary>One element of an attribute with several, or the value of one with parts.</summary>
    public static ScimError? ReadObject(ScimAttribute attribute, JsonElement json, out ScimValue? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.String && attribute is { IsMulti: false, Value: { } only })
        {
            return ReadText(only, json, out var text) ?? Hold(only, text, out value);
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return ScimError.Value($"{attribute.Name}: must be {(attribute.IsMulti ? "an array of objects" : "an object")}.");
        }

        var read = new ScimObject();
        foreach (var member in json.EnumerateObject())
        {
            if (attribute.Sub(member.Name) is not { IsReadOnly: false } sub)
            {
                continue;
            }

            if (Read(sub, member.Value, out var part) is { } error)
            {
                return error.Within(attribute);
            }

            read[sub] = part;
        }

        var unfit = Reference.Resolve(attribute, read);
        value = read.IsEmpty ? null : read;
        return unfit;
    }

    private static ScimError? Hold(ScimAttribute part, ScimValue? text, out ScimValue? value)
    {
        value = null;
        if (text is not null)
        {
            var made = new ScimObject();
            made[part] = text;
            value = made;
        }

        return null;
    }

    private static ScimError? ReadList(ScimAttribute attribute, JsonElement json, out ScimValue? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var list = new ScimList();
        foreach (var item in json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : (IEnumerable<JsonElement>)[json])
        {
            if (item.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (ReadObject(attribute, item, out var element) is { } error)
            {
                return error;
            }

            if (element is not null)
            {
                list.Items.Add(element);
            }
        }

        value = list.Items.Count == 0 ? null : list;
        return Primaries.Of(attribute, list).Count() > 1
            ? ScimError.Value($"{attribute.Name}: two values are marked primary.")
            : list.Items.Count > MaxValues ? ScimError.Value($"{attribute.Name}: must have at most {MaxValues} values.") : null;
    }

    /// <summary>Takes a value out of an array of one, or out of <c>{"value":…}</c>, where clients put it though it belongs there bare.</summary>
    private static JsonElement Unwrap(ScimAttribute attribute, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() <= 1)
        {
            json = json.GetArrayLength() == 1 ? json[0] : Null;
        }

        if (attribute.IsComplex || json.ValueKind != JsonValueKind.Object)
        {
            return json;
        }

        foreach (var member in json.EnumerateObject())
        {
            if (member.Name.Equals("value", StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return json;
    }

    private static ScimError? ReadFlag(ScimAttribute attribute, JsonElement json, out ScimValue? value)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.True => ScimFlag.True,
            JsonValueKind.False => ScimFlag.False,
            JsonValueKind.String when bool.TryParse(Texts.Of(json), out var flag) => ScimFlag.Of(flag),
            _ => null,
        };
        return value is not null || (json.ValueKind == JsonValueKind.String && Texts.Of(json) is "")
            ? null
            : ScimError.Value($"{attribute.Name}: must be true or false.");
    }

    private static ScimError? ReadText(ScimAttribute attribute, JsonElement json, out ScimValue? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.String)
        {
            return ScimError.Value($"{attribute.Name}: must be a text.");
        }

        if (Texts.Of(json) is not { } text)
        {
            return ScimError.Value($"{attribute.Name}: must not contain half of a surrogate pair.");
        }

        value = text.Length == 0 ? null : new ScimText(text);
        return Check(attribute, text);
    }

    /// <summary>Refuses a text that the attribute cannot have, and that would not be read again.</summary>
    public static ScimError? Check(ScimAttribute attribute, string text)
    {
        if (text.Length > attribute.MaxLength)
        {
            return ScimError.Value($"{attribute.Name}: must be at most {attribute.MaxLength} characters long.");
        }

        return !Text.IsStorable(text) || HasControl(text, attribute.AllowsLineBreaks)
            ? ScimError.Value($"{attribute.Name}: must not contain control characters.")
            : null;
    }

    private static bool HasControl(string text, bool allowsLineBreaks)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) && !(allowsLineBreaks && c is '\r' or '\n'))
            {
                return true;
            }
        }

        return false;
    }
}
