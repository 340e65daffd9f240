using System.Text.Json;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Resources;

namespace Roster.Http.Scim.Patching;

/// <summary>
/// What is to happen to the members of a group, by their ids alone: its size follows from the request, never from the
/// group. The last word about an id counts.
/// </summary>
internal sealed class MembersDraft
{
    private readonly Dictionary<string, bool> _stays = new(StringComparer.Ordinal);

    /// <summary>True where nobody but <see cref="Add"/> is to be in the group.</summary>
    public bool IsReplaced { get; private set; }

    public IEnumerable<string> Add => _stays.Where(entry => entry.Value).Select(entry => entry.Key);

    /// <summary>Who is to go; of a draft that replaces this says nothing.</summary>
    public IEnumerable<string> Remove => IsReplaced ? [] : _stays.Where(entry => !entry.Value).Select(entry => entry.Key);

    public bool IsEmpty => !IsReplaced && _stays.Count == 0;

    /// <summary>Of the members in a POST or PUT: exactly these.</summary>
    public static ScimError? ReadWhole(JsonElement json, out MembersDraft draft)
    {
        draft = new MembersDraft();
        return draft.Replace(json);
    }

    /// <summary>The same with other ids in place of some.</summary>
    public MembersDraft With(Func<string, string> id)
    {
        var draft = new MembersDraft { IsReplaced = IsReplaced };
        foreach (var (named, stays) in _stays)
        {
            draft._stays[id(named)] = stays;
        }

        return draft;
    }

    public ScimError? Apply(PatchOperation operation)
    {
        var path = operation.Path;
        if (path.Sub is not null || (path.Filter is not null && operation.Verb != PatchVerb.Remove))
        {
            return ScimError.Immutable("members: an entry can be added and removed, not changed.");
        }

        return operation.Verb switch
        {
            PatchVerb.Add => operation.IsNull ? null : Each(operation.Value, stays: true),
            PatchVerb.Replace => Replace(operation.Value),
            _ => RemoveSome(operation),
        };
    }

    private ScimError? Replace(JsonElement json)
    {
        _stays.Clear();
        IsReplaced = true;
        return json.ValueKind == JsonValueKind.Null ? null : Each(json, stays: true);
    }

    private ScimError? RemoveSome(PatchOperation operation)
    {
        if (operation.Path.Filter is { } filter)
        {
            if (Ids(filter) is not { } ids)
            {
                return ScimError.Path("path: members can be chosen by their value with eq, several joined by or, and not otherwise.");
            }

            foreach (var id in ids)
            {
                _stays[id] = false;
            }

            return null;
        }

        if (operation is { HasValue: true, IsNull: false })
        {
            return Each(operation.Value, stays: false);
        }

        _stays.Clear();
        IsReplaced = true;
        return null;
    }

    /// <summary>The ids that a filter names; null for a filter that does not merely name ids.</summary>
    private static IEnumerable<string>? Ids(Filter filter) => filter switch
    {
        Test { Operator: Operator.Equal, Literal: TextLiteral id, Path.Attribute.Name: "value" } => [id.Given],
        AnyOf any when any.Filters.Select(Ids).ToList() is var ids && ids.TrueForAll(some => some is not null) => ids.SelectMany(some => some!),
        _ => null,
    };

    private ScimError? Each(JsonElement json, bool stays)
    {
        foreach (var item in json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : (IEnumerable<JsonElement>)[json])
        {
            if (Id(item, out var id) is { } error)
            {
                return error;
            }

            _stays[id] = stays;
        }

        return null;
    }

    /// <summary>An id as an object with <c>value</c> or <c>$ref</c>, or bare.</summary>
    private static ScimError? Id(JsonElement json, out string id)
    {
        id = "";
        var (value, link) = json.ValueKind switch
        {
            JsonValueKind.String => (json, default(JsonElement?)),
            JsonValueKind.Object => (JsonMembers.FindValue(json, "value"), JsonMembers.FindValue(json, "$ref")),
            _ => (default(JsonElement?), null),
        };
        if (value is { ValueKind: JsonValueKind.String } text && Texts.Of(text) is { Length: > 0 } bare)
        {
            id = bare;
        }
        else if (link is { ValueKind: JsonValueKind.String } address && Texts.Of(address) is { } linked)
        {
            id = Reference.IdIn(linked);
        }

        return id.Length == 0 ? ScimError.Value("members: each must have the member's id as its value.") : null;
    }
}
