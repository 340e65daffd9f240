using System.Text.Json;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Patching;

/// <summary>Merges what a client gives into a value that has parts.</summary>
internal static class Complexes
{
    /// <summary>Sets the parts that are named; null and <c>""</c> unassign theirs.</summary>
    public static ScimError? Merge(ScimObject place, ScimAttribute attribute, JsonElement json)
    {
        json = json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1 ? json[0] : json;
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (ValueReader.ReadObject(attribute, json, out var given) is { } error)
        {
            return error;
        }

        var whole = place[attribute] as ScimObject ?? new ScimObject();
        Merge(whole, attribute, json, given as ScimObject);
        place[attribute] = whole.IsEmpty ? null : whole;
        return null;
    }

    /// <param name="json">What was sent, which tells a part that is unassigned from one that is not named.</param>
    /// <param name="given">The same, read; null where nothing in it is a value.</param>
    public static void Merge(ScimObject whole, ScimAttribute attribute, JsonElement json, ScimObject? given)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject())
            {
                if (attribute.Sub(member.Name) is { IsReadOnly: false } sub && sub.Name != "$ref")
                {
                    whole[sub] = given?[sub];
                }
            }
        }
        else if (attribute.Value is { } value)
        {
            whole[value] = given?[value];
        }

        foreach (var (sub, value) in given?.Members ?? [])
        {
            whole[sub] = value;
        }
    }
}
