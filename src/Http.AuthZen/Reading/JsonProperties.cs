using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Access.Granting;

namespace Roster.Http.AuthZen.Reading;

/// <summary>
/// Properties as they were sent, looked up by path where a condition asks. What two members say (<c>{"a.b":1,"a":{"b":2}}</c>) is
/// there and equals nothing, since nobody can tell which is meant.
/// </summary>
internal sealed class JsonProperties(JsonElement json) : Properties
{
    private Dictionary<string, Scalar>? _values;

    /// <summary>All paths are made once: conditions may ask for many, and a batch asks the same properties many times.</summary>
    public override bool TryFind(string path, out Scalar value) => (_values ??= ValuesOf(json)).TryGetValue(path, out value);

    private static Dictionary<string, Scalar> ValuesOf(JsonElement json)
    {
        var values = new Dictionary<string, Scalar>(StringComparer.Ordinal);
        Add(values, "", json);
        return values;
    }

    /// <summary>A member's name can have dots in it too, so that several members may be at one path.</summary>
    private static void Add(Dictionary<string, Scalar> values, string prefix, JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            var name = member.Name;
            if (member.Value.ValueKind == JsonValueKind.Null || prefix.Length + name.Length > GrantRules.MaxPath)
            {
                continue;
            }

            var path = prefix + name;
            if (!values.TryAdd(path, ScalarOf(member.Value)))
            {
                values[path] = Scalar.Nothing;
            }

            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Add(values, path + '.', member.Value);
            }
        }
    }

    // A number that no double can hold would equal others like it.
    private static Scalar ScalarOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Scalar.Of(value.GetString()!),
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => Scalar.Of(number),
        JsonValueKind.True => Scalar.Of(true),
        JsonValueKind.False => Scalar.Of(false),
        _ => Scalar.Nothing,
    };
}

internal static class PropertiesReader
{
    /// <summary>Null for absent and null alike; what is no object is refused.</summary>
    public static Properties? Properties(this Fields fields, string name) =>
        fields.Object(name) is { } found ? new JsonProperties(found.Whole) : null;
}
