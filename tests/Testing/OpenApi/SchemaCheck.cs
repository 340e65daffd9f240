using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Roster.Testing.OpenApi;

/// <summary>
/// Holds a JSON value against a schema of OpenAPI 3.0. Stricter than the standard in one point: a member that an object's
/// schema does not name is a problem, unless the schema allows <c>additionalProperties</c>.
/// </summary>
internal sealed class SchemaCheck(Func<string, JsonElement> resolve)
{
    public IEnumerable<string> Problems(JsonElement schema, JsonElement value) => Problems(schema, value, "$");

    private IEnumerable<string> Problems(JsonElement schema, JsonElement value, string at)
    {
        schema = Flatten(schema);
        if (value.ValueKind == JsonValueKind.Null)
        {
            return Is(schema, "nullable") ? [] : [$"{at} is null"];
        }

        if (schema.TryGetProperty("oneOf", out var forms))
        {
            var problems = forms.EnumerateArray().Select(form => Problems(form, value, at).ToList()).ToList();
            return problems.Any(list => list.Count == 0) ? [] : problems[^1];
        }

        var type = Text(schema, "type");
        if (type is not null && !HasType(value, type))
        {
            return [$"{at} is {value.ValueKind}, not {type}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(schema, value, at),
            JsonValueKind.Array => OfArray(schema, value, at),
            _ => OfScalar(schema, value, at),
        };
    }

    private IEnumerable<string> OfObject(JsonElement schema, JsonElement value, string at)
    {
        foreach (var name in Items(schema, "required"))
        {
            if (!value.TryGetProperty(name.GetString()!, out _))
            {
                yield return $"{at}.{name} is missing";
            }
        }

        var rest = Member(schema, "additionalProperties");
        foreach (var member in value.EnumerateObject())
        {
            var wanted = Member(Member(schema, "properties"), member.Name) ?? rest;
            if (wanted is null or { ValueKind: JsonValueKind.False })
            {
                yield return $"{at}.{member.Name} is not in the schema";
            }

            foreach (var problem in wanted is { ValueKind: JsonValueKind.Object } known ? Problems(known, member.Value, $"{at}.{member.Name}") : [])
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> OfArray(JsonElement schema, JsonElement value, string at) =>
        schema.TryGetProperty("items", out var item)
            ? value.EnumerateArray().SelectMany((element, index) => Problems(item, element, $"{at}[{index}]"))
            : [];

    private static IEnumerable<string> OfScalar(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
        {
            yield return $"{at} is {value}, which is not one of {allowed}";
        }

        if (Text(schema, "pattern") is { } pattern
            && !Regex.IsMatch(value.ToString(), pattern, RegexOptions.None, TimeSpan.FromMinutes(1)))
        {
            yield return $"{at} is '{value}', which is not of the form {pattern}";
        }

        if (Text(schema, "format") == "date-time"
            && !DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _))
        {
            yield return $"{at} is '{value}', which is not a time";
        }
    }

    /// <summary>The schema behind a reference, with what <c>allOf</c> brings together in one object.</summary>
    private JsonElement Flatten(JsonElement schema)
    {
        if (Text(schema, "$ref") is { } reference)
        {
            return Flatten(resolve(reference));
        }

        if (!schema.TryGetProperty("allOf", out var parts))
        {
            return schema;
        }

        var merged = parts.EnumerateArray().Select(Flatten).ToList();
        return JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["type"] = "object",
            ["nullable"] = Is(schema, "nullable"),
            ["required"] = merged.SelectMany(part => Items(part, "required")).ToList(),
            ["properties"] = merged
                .Where(part => part.TryGetProperty("properties", out _))
                .SelectMany(part => part.GetProperty("properties").EnumerateObject())
                .ToDictionary(member => member.Name, member => member.Value),
        });
    }

    private static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new NotSupportedException($"The schema's type {type} is not known."),
    };

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;

    private static bool Is(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static JsonElement[] Items(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : [];
}
