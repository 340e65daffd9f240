using System.Text.Json;
using Roster.Core.Outcomes;
using Roster.Core.Values;

namespace Roster.Http;

/// <summary>
/// Reads the members of a JSON object by name and gathers what is wrong with them. Members that nobody asks for are
/// ignored. After a problem the values read are placeholders: check <see cref="Problem"/> before using any.
/// </summary>
public sealed class Fields(JsonElement json, string prefix = "")
{
    private readonly List<(string Field, string Message)> _problems = [];

    /// <summary>All problems in one fault that names the first field; null when there is none.</summary>
    public Fault? Problem => _problems.Count switch
    {
        0 => null,
        1 => Fault.Invalid(_problems[0].Field, _problems[0].Message),
        _ => Fault.Invalid(
            _problems[0].Field,
            _problems[0].Message + string.Concat(_problems.Skip(1).Select(problem => $"; {problem.Field} {problem.Message}"))),
    };

    public void Refuse(string name, string message) => _problems.Add((prefix + name, message));

    public bool Has(string name) => json.TryGetProperty(name, out _);

    /// <summary>Absent is told apart from null.</summary>
    public Optional<string?> OptionalText(string name) =>
        json.TryGetProperty(name, out var value) ? new Optional<string?>(ReadText(name, value)) : default;

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
        switch (Find(name).ValueKind)
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

    /// <summary>Null for absent and null alike.</summary>
    public long? Integer(string name)
    {
        var value = Find(name);
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
        var value = Find(name);
        if (value.ValueKind == JsonValueKind.Object)
        {
            return new Fields(value, $"{prefix}{name}.");
        }

        if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            Refuse(name, "must be an object");
        }

        return null;
    }

    /// <summary>Null for absent and null alike.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        var value = Find(name);
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
        foreach (var item in value.EnumerateArray())
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

    private JsonElement Find(string name) => json.TryGetProperty(name, out var value) ? value : default;

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

        try
        {
            if (value.GetString() is { } text && Core.Values.Text.IsStorable(text))
            {
                return text;
            }
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: the only ill-formed text that gets past the body's UTF-8 check.
        }

        Refuse(name, "must not contain U+0000 or half of a surrogate pair");
        return "";
    }
}
