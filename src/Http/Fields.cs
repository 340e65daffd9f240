using System.Text.Json;
using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Http;

/// <summary>
/// Reads the members of a JSON object by name and gathers what is wrong with them and with objects in them. Members that
/// nobody asks for are ignored. After a problem the values read are placeholders: check <see cref="Problem"/> before using any.
/// </summary>
public sealed class Fields
{
    private readonly JsonElement _json;
    private readonly string _prefix;
    private readonly FieldProblems _problems;

    public Fields(JsonElement json)
        : this(json, "", new())
    {
    }

    private Fields(JsonElement json, string prefix, FieldProblems problems) => (_json, _prefix, _problems) = (json, prefix, problems);

    /// <summary>All of it, for what has a form of its own.</summary>
    public JsonElement Whole => _json;

    /// <summary>Each with its whole name, in the order in which they were met; no more than anybody wants to read.</summary>
    public IReadOnlyList<Problem> Problems => _problems.All;

    /// <summary>All problems in one fault that names the first field; null when there is none.</summary>
    public Fault? Problem => _problems.Fault;

    public void Refuse(string name, string message) => _problems.Add(_prefix + name, message);

    /// <summary>Where nothing may be ignored: refuses every member of another name.</summary>
    public void RefuseOthers(params ReadOnlySpan<string> known)
    {
        foreach (var member in _json.EnumerateObject())
        {
            if (!MemberNames.IsAmong(member, known))
            {
                Refuse(MemberNames.Shown(member), "is not known here");
            }
        }
    }

    public bool Has(string name) => _json.TryGetProperty(name, out _);

    public bool IsNull(string name) => Json(name).ValueKind == JsonValueKind.Null;

    public bool IsText(string name) => Json(name).ValueKind == JsonValueKind.String;

    /// <summary>Absent is told apart from null.</summary>
    public Optional<string?> OptionalText(string name) =>
        _json.TryGetProperty(name, out var value) ? new Optional<string?>(ReadText(name, value)) : default;

    /// <summary>Null for absent and null alike.</summary>
    public string? Text(string name) => OptionalText(name).Or(null);

    /// <summary>Must be there and not empty.</summary>
    public string RequiredText(string name)
    {
        var problems = _problems.Count;
        var text = Text(name);
        if (string.IsNullOrEmpty(text) && problems == _problems.Count)
        {
            Refuse(name, text is null ? "is required" : "must not be empty");
        }

        return text ?? "";
    }

    /// <summary>Null for absent and null alike.</summary>
    public bool? Flag(string name)
    {
        switch (Json(name).ValueKind)
        {
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return null;
            default:
                Refuse(name, "must be true or false");
                return null;
        }
    }

    /// <summary>Must be there and no null.</summary>
    public bool RequiredFlag(string name)
    {
        var problems = _problems.Count;
        var flag = Flag(name);
        if (flag is null && problems == _problems.Count)
        {
            Refuse(name, "must be true or false");
        }

        return flag ?? false;
    }

    /// <summary>Null for absent and null alike.</summary>
    public long? Integer(string name)
    {
        var value = Json(name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number))
        {
            return number;
        }

        Refuse(name, "must be a whole number");
        return null;
    }

    /// <summary>Null for absent and null alike.</summary>
    public Fields? Object(string name)
    {
        var value = Json(name);
        if (value.ValueKind == JsonValueKind.Object)
        {
            return new Fields(value, $"{_prefix}{name}.", _problems);
        }

        if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            Refuse(name, "must be an object");
        }

        return null;
    }

    /// <summary>Empty for absent and null alike; what is no object is refused and left out.</summary>
    /// <returns>Each with its place in the array.</returns>
    public IEnumerable<(int Index, Fields Fields)> Objects(string name)
    {
        var value = Json(name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            yield break;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse(name, "must be an array of objects");
            yield break;
        }

        var index = 0;
        foreach (var item in UntilFull(value))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return (index, new Fields(item, $"{_prefix}{name}[{index}].", _problems));
            }
            else
            {
                Refuse($"{name}[{index}]", "must be an object");
            }

            index++;
        }
    }

    /// <summary>How many things are in an array; 0 for absent and null alike, null for what is no array.</summary>
    public int? Length(string name) => Json(name) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => 0,
        { ValueKind: JsonValueKind.Array } array => array.GetArrayLength(),
        _ => null,
    };

    /// <summary>Null for absent and null alike.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        var value = Json(name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse(name, "must be an array of texts");
            return null;
        }

        var texts = new List<string>(value.GetArrayLength());
        foreach (var item in UntilFull(value))
        {
            texts.Add(ReadText($"{name}[{texts.Count}]", item) ?? "");
            if (item.ValueKind == JsonValueKind.Null)
            {
                Refuse($"{name}[{texts.Count - 1}]", "must be a text");
            }
        }

        return texts;
    }

    public IReadOnlyList<string> RequiredTexts(string name)
    {
        var problems = _problems.Count;
        var texts = Texts(name);
        if (texts is null && problems == _problems.Count)
        {
            Refuse(name, "is required");
        }

        return texts ?? [];
    }

    /// <summary>What may be of several kinds, as it came; of no kind where it is absent.</summary>
    public JsonElement Json(string name) => _json.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Once nothing more is noted, nothing more is read.</summary>
    private IEnumerable<JsonElement> UntilFull(JsonElement array) => array.EnumerateArray().TakeWhile(_ => !_problems.IsFull);

    private string? ReadText(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Refuse(name, "must be a text");
            return "";
        }

        if (StorableText.Of(value) is { } text)
        {
            return text;
        }

        Refuse(name, "must not contain U+0000 or half of a surrogate pair");
        return "";
    }
}
