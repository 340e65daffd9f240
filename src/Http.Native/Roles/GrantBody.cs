using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Access.Granting;

namespace Roster.Http.Native.Roles;

/// <summary>
/// What a request says that a role permits: names, and objects with <c>action</c>, <c>on</c> and <c>when</c>. Nothing in them is
/// ignored, since what is left out of a condition permits more.
/// </summary>
internal sealed class GrantBody(Fields body)
{
    private const string Member = "permissions";

    /// <summary>Null for absent and null alike.</summary>
    public IReadOnlyList<Grant>? Read()
    {
        var list = body.Json(Member);
        if (list.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            body.Refuse(Member, "must be an array of names and objects");
            return null;
        }

        if (list.GetArrayLength() > GrantRules.Most)
        {
            // Comparing so many with one another would take whatever time the client likes.
            body.Refuse(Member, $"must be at most {GrantRules.Most}");
            return null;
        }

        return [.. list.EnumerateArray().Select((grant, i) => Read(grant, $"{Member}[{i}]"))];
    }

    private Grant Read(JsonElement grant, string field)
    {
        if (grant.ValueKind != JsonValueKind.Object)
        {
            return new(Text(grant, field, "must be a name or an object"));
        }

        var (action, on, when) = (default(string), default(string), default(Condition));
        foreach (var member in grant.EnumerateObject())
        {
            var at = $"{field}.{Name(member)}";
            switch (Name(member))
            {
                case "action":
                    action = Text(member.Value, at, "must be a name");
                    break;
                case "on" when member.Value.ValueKind != JsonValueKind.Null:
                    on = Text(member.Value, at, "must be a type of resource");
                    break;
                case "when" when member.Value.ValueKind != JsonValueKind.Null:
                    when = ReadCondition(member.Value, at);
                    break;
                case "on" or "when":
                    break;
                default:
                    body.Refuse(at, "is not known here");
                    break;
            }
        }

        if (action is null)
        {
            body.Refuse(field + ".action", "is required");
        }

        return new(action ?? "", on, when);
    }

    private Condition? ReadCondition(JsonElement when, string field)
    {
        if (when.ValueKind != JsonValueKind.Object)
        {
            body.Refuse(field, "must be an object");
            return null;
        }

        return new([.. when.EnumerateObject().Select(entry => ReadEntry(Name(entry), entry.Value, $"{field}.{Name(entry)}"))]);
    }

    private ConditionEntry ReadEntry(string path, JsonElement test, string field)
    {
        if (test.ValueKind != JsonValueKind.Object)
        {
            return ConditionEntry.Is(path, Value(test, field));
        }

        var members = test.EnumerateObject().ToList();
        if (members is [var only])
        {
            var at = $"{field}.{Name(only)}";
            switch (Name(only))
            {
                case "not":
                    return ConditionEntry.IsNot(path, Value(only.Value, at));
                case "in" when only.Value.ValueKind == JsonValueKind.Array:
                    return ConditionEntry.IsIn(path, [.. only.Value.EnumerateArray().Select((value, i) => Value(value, $"{at}[{i}]"))]);
                case "same":
                    return ConditionEntry.IsSame(path, Text(only.Value, at, "must be a path"));
            }
        }

        body.Refuse(field, "must be a value, or an object with one of not, in (an array) and same");
        return ConditionEntry.Is(path, Scalar.Of(""));
    }

    private Scalar Value(JsonElement value, string field)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                return Scalar.Of(value.GetDouble());
            case JsonValueKind.True or JsonValueKind.False:
                return Scalar.Of(value.GetBoolean());
            default:
                return Scalar.Of(Text(value, field, "must be a text, a number, true or false"));
        }
    }

    private string Text(JsonElement value, string field, string otherwise)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.String)
            {
                return value.GetString()!;
            }
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped.
        }

        body.Refuse(field, otherwise);
        return "";
    }

    // A name with half of a surrogate pair in it is none that is known.
    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
