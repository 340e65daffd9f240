using System.Text.Json;

namespace Roster.Http.Scim.Resources;

/// <summary>Members of JSON objects by name, in any case.</summary>
internal static class JsonMembers
{
    public static JsonElement? Find(JsonElement json, string name)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>As <see cref="Find"/>, where null is as good as absent.</summary>
    public static JsonElement? FindValue(JsonElement json, string name) =>
        Find(json, name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    /// <summary>True where some object names a member twice, case apart: nobody could tell which of the two counts.</summary>
    public static bool AnyTwice(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Any(AnyTwice),
        JsonValueKind.Object => TwiceIn(json) || json.EnumerateObject().Any(member => AnyTwice(member.Value)),
        _ => false,
    };

    private static bool TwiceIn(JsonElement json)
    {
        var count = json.GetPropertyCount();
        if (count < 2)
        {
            return false;
        }

        var names = new HashSet<string>(count, StringComparer.OrdinalIgnoreCase);
        return json.EnumerateObject().Any(member => !names.Add(member.Name));
    }
}
