using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Roster.Sdk.Access;
using Roster.Sdk.Native;

namespace Roster.Tests.Sdk.Contract;

/// <summary>What a case's request says, taken apart into arguments. What has not been asked for in the end has no parameter.</summary>
internal sealed class Said
{
    private readonly Queue<string> _ids;
    private readonly ILookup<string, string> _query;
    private readonly JsonElement? _body;
    private readonly HashSet<string> _asked = [];

    public Said(IEnumerable<string> ids, string query, JsonElement? body)
    {
        (_ids, _body) = (new(ids), body);
        _query = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""));
    }

    public string Id() => _ids.Dequeue();

    /// <summary>A text of the query, null where it is not there.</summary>
    public string? Asked(string name)
    {
        _asked.Add(name);
        return _query[name].Count() <= 1 ? _query[name].SingleOrDefault() : throw new UnsayableException(Rule.Repeated, name);
    }

    public string NeedAsked(string name) => Asked(name) ?? throw new UnsayableException(Rule.MissingArgument, name);

    public IReadOnlyList<string> AllAsked(string name)
    {
        _asked.Add(name);
        return [.. _query[name]];
    }

    public bool? AskedFlag(string name) => Asked(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw new UnsayableException(Rule.OtherType, name),
    };

    public long? AskedNumber(string name) => Asked(name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new UnsayableException(Rule.OtherType, name),
    };

    public string Text(string name) => Member(name) is { } member
        ? OfKind(member, name, JsonValueKind.String).GetString()!
        : throw new UnsayableException(Rule.MissingArgument, name);

    /// <summary>Null and absent are the same where something is made.</summary>
    public string? OptionalText(string name) => Some(name) is { } member ? OfKind(member, name, JsonValueKind.String).GetString() : null;

    public bool? OptionalFlag(string name) => Some(name) is { } member ? OfKind(member, name, JsonValueKind.True, JsonValueKind.False).GetBoolean() : null;

    public long? OptionalNumber(string name) => Some(name) is { } member ? OfKind(member, name, JsonValueKind.Number).GetInt64() : null;

    public JsonObject? OptionalObject(string name) => Some(name) is { } member ? JsonObject.Create(OfKind(member, name, JsonValueKind.Object)) : null;

    public DateTimeOffset? OptionalTime(string name) => Some(name) is { } member ? TimeOf(member, name) : null;

    public IReadOnlyList<string> Texts(string name) => Member(name) is { ValueKind: not JsonValueKind.Null } member
        ? [.. OfKind(member, name, JsonValueKind.Array).EnumerateArray().Select(item => OfKind(item, name, JsonValueKind.String).GetString()!)]
        : throw new UnsayableException(Rule.MissingArgument, name);

    public IReadOnlyList<string>? OptionalTexts(string name) => Some(name) is null ? null : Texts(name);

    public Change<string?> TextChange(string name) => Change(name, OptionalText);

    public Change<string> NeedTextChange(string name) => Change(name, Text);

    public Change<bool> FlagChange(string name) => Change(name, _ => OptionalFlag(name) ?? throw new UnsayableException(Rule.OtherType, name));

    public Change<bool?> OptionalFlagChange(string name) => Change(name, OptionalFlag);

    public Change<long?> NumberChange(string name) => Change(name, OptionalNumber);

    public Change<JsonObject?> ObjectChange(string name) => Change(name, OptionalObject);

    public Change<DateTimeOffset?> TimeChange(string name) => Change(name, OptionalTime);

    /// <summary>What goes into the members that have no parameter of their own.</summary>
    public Dictionary<string, JsonElement> Others(params string[] names) =>
        names.Where(name => Some(name) is not null).ToDictionary(name => name, name => Some(name)!.Value);

    /// <summary>Objects in a list, each taken apart like a body.</summary>
    public IReadOnlyList<Said>? OptionalItems(string name) => Some(name) is { } member
        ? [.. OfKind(member, name, JsonValueKind.Array).EnumerateArray().Select(item => new Said([], "", OfKind(item, name, JsonValueKind.Object)))]
        : null;

    /// <summary>A place that says its id.</summary>
    public Place? OptionalPlace(string name)
    {
        if (Some(name) is not { } member)
        {
            return null;
        }

        var said = new Said([], "", OfKind(member, name, JsonValueKind.Object));
        return new Place(new(said.Text("kind")), said.Text("id"));
    }

    public Dictionary<string, AttributeValue>? OptionalAttributes(string name) =>
        Some(name) is { } member ? AttributesOf(OfKind(member, name, JsonValueKind.Object)) : null;

    /// <summary>A body whose members are all attributes.</summary>
    public Dictionary<string, AttributeValue> WholeAttributes()
    {
        var attributes = AttributesOf(_body ?? throw new UnsayableException(Rule.NoBody, ""));
        _asked.UnionWith(attributes.Keys);
        return attributes;
    }

    private static Dictionary<string, AttributeValue> AttributesOf(JsonElement map) => map.EnumerateObject().ToDictionary(
        member => member.Name, member => JsonSerializer.Deserialize<AttributeValue>(OfKind(
            member.Value, member.Name, JsonValueKind.String, JsonValueKind.Number, JsonValueKind.True, JsonValueKind.False)));

    public Place Place() => new(new ScopeKind(Id()), Id());

    /// <summary>Everything that was said has been understood.</summary>
    public void Done()
    {
        if (_body is { ValueKind: not JsonValueKind.Object })
        {
            throw new UnsayableException(Rule.NoBody, _body.Value.GetRawText());
        }

        var members = _body?.EnumerateObject().Select(member => member.Name) ?? [];
        if (_query.Select(pair => pair.Key).Concat(members).FirstOrDefault(name => !_asked.Contains(name)) is { } unknown)
        {
            throw new UnsayableException(Rule.UnknownMember, unknown);
        }
    }

    private Change<T> Change<T>(string name, Func<string, T> read) => Member(name) is null ? default : new Change<T>(read(name));

    private JsonElement? Some(string name) => Member(name) is { ValueKind: not JsonValueKind.Null } member ? member : null;

    private JsonElement? Member(string name)
    {
        _asked.Add(name);
        return _body switch
        {
            { ValueKind: JsonValueKind.Object } body => body.TryGetProperty(name, out var member) ? member : null,
            _ => throw new UnsayableException(Rule.NoBody, name),
        };
    }

    private static JsonElement OfKind(JsonElement member, string name, params JsonValueKind[] kinds) =>
        kinds.Contains(member.ValueKind) ? member : throw new UnsayableException(Rule.OtherType, name);

    // Only a time with an offset is a time here: the SDK never sends another.
    private static DateTimeOffset TimeOf(JsonElement member, string name) =>
        OfKind(member, name, JsonValueKind.String).GetString() is var text
        && text!.Length > 19 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new UnsayableException(Rule.OtherType, name);
}
