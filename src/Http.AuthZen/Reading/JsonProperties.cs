using System.Text.Json;
using Roster.Core.Access;

namespace Roster.Http.AuthZen.Reading;

/// <summary>
/// Properties as they were sent, looked up by path where a condition asks. What two members say (<c>{"a.b":1,"a":{"b":2}}</c>) is
/// there and equals nothing, since nobody can tell which is meant.
/// </summary>
internal sealed class JsonProperties(JsonElement json) : Properties
{
    public override bool TryFind(string path, out Scalar value)
    {
        value = default;
        var found = Count(json, path, ref value);
        if (found > 1)
        {
            value = Scalar.Nothing;
        }

        return found > 0;
    }

    /// <summary>How many members are at the path: a member's name can have dots in it too.</summary>
    private static int Count(JsonElement json, ReadOnlySpan<char> path, ref Scalar value)
    {
        var found = 0;
        if (json.TryGetProperty(path, out var whole) && whole.ValueKind != JsonValueKind.Null)
        {
            value = ScalarOf(whole);
            found++;
        }

        for (var dot = 0; found < 2 && (dot = Next(path, dot)) >= 0; dot++)
        {
            if (json.TryGetProperty(path[..dot], out var parent) && parent.ValueKind == JsonValueKind.Object)
            {
                found += Count(parent, path[(dot + 1)..], ref value);
            }
        }

        return found;
    }

    private static int Next(ReadOnlySpan<char> path, int from)
    {
        var dot = path[from..].IndexOf('.');
        return dot < 0 ? -1 : from + dot;
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
