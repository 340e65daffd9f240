using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Lists;

/// <summary>What a request says about the list that it wants, in a query or in a SearchRequest; null for what it does not say.</summary>
internal sealed record ListParameters
{
    /// <param name="one">What a name is said to be; null where it is not said.</param>
    private ListParameters(Func<string, string?> one, Func<string, IReadOnlyList<string>> several)
    {
        Filter = one("filter");
        SortBy = Said("sortBy");
        SortOrder = Said("sortOrder");
        StartIndex = Said("startIndex");
        Count = Said("count");
        Cursor = one("cursor");
        Attributes = several("attributes");
        ExcludedAttributes = several("excludedAttributes");

        // What is empty is not said, except for a filter, which is wrong then, and a cursor.
        string? Said(string name) => one(name) is { Length: > 0 } text ? text : null;
    }

    public string? Filter { get; }

    public string? SortBy { get; }

    public string? SortOrder { get; }

    public string? StartIndex { get; }

    public string? Count { get; }

    /// <summary>Empty for the first page.</summary>
    public string? Cursor { get; }

    public IReadOnlyList<string> Attributes { get; }

    public IReadOnlyList<string> ExcludedAttributes { get; }

    public static ScimError? Read(IQueryCollection query, out ListParameters parameters)
    {
        ScimError? error = null;
        parameters = new(One, Several);
        return error;

        string? One(string name)
        {
            var values = query[name];
            error ??= values.Count > 1 ? ScimError.Value($"{name}: must be given once.") : null;
            return values.Count == 0 ? null : values[0] ?? "";
        }

        IReadOnlyList<string> Several(string name) => [.. query[name].Where(text => !string.IsNullOrEmpty(text)).Select(text => text!)];
    }

    public static ScimError? Read(JsonElement body, out ListParameters parameters)
    {
        var error = ResourceReader.Schemas(body, Urns.SearchRequest);
        parameters = new(One, Several);
        return error;

        string? One(string name)
        {
            if (JsonMembers.FindValue(body, name) is not { } value)
            {
                return null;
            }

            var text = value.ValueKind switch
            {
                JsonValueKind.String => Texts.Of(value),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
            error ??= text is null ? ScimError.Value($"{name}: must be a text or a number.") : null;
            return text;
        }

        IReadOnlyList<string> Several(string name)
        {
            if (JsonMembers.FindValue(body, name) is not { } value)
            {
                return [];
            }

            IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
            var texts = items.Select(item => item.ValueKind == JsonValueKind.String ? Texts.Of(item) : null).ToList();
            error ??= texts.Contains(null) ? ScimError.Value($"{name}: must be an array of texts.") : null;
            return [.. texts.Where(text => !string.IsNullOrEmpty(text)).Select(text => text!)];
        }
    }
}
