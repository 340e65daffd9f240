using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Access.Granting;

namespace Roster.Http.Native.Roles;

/// <summary>What a role permits, as a request would say it: a name where that is all, else an object.</summary>
internal static class GrantWire
{
    public static void Write(Utf8JsonWriter json, Grant grant)
    {
        if (grant.IsPlain)
        {
            json.WriteStringValue(grant.Action);
            return;
        }

        json.WriteStartObject();
        json.WriteString("action"u8, grant.Action);
        if (grant.On is not null)
        {
            json.WriteString("on"u8, grant.On);
        }

        if (grant.When is not null)
        {
            json.WriteStartObject("when"u8);
            foreach (var entry in grant.When.Entries)
            {
                json.WritePropertyName(entry.Path);
                Write(json, entry);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, in Scalar value)
    {
        switch (value.Kind)
        {
            case ScalarKind.Text:
                json.WriteStringValue(value.Text);
                break;
            case ScalarKind.Number:
                json.WriteNumberValue(value.Number);
                break;
            default:
                json.WriteBooleanValue(value.Flag);
                break;
        }
    }

    public static void Write(Utf8JsonWriter json, Attributes attributes)
    {
        json.WriteStartObject("attributes"u8);
        foreach (var (name, value) in attributes.Values)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConditionEntry entry)
    {
        if (entry.Test == ConditionTest.Is)
        {
            Write(json, entry.Values[0]);
            return;
        }

        json.WriteStartObject();
        switch (entry.Test)
        {
            case ConditionTest.IsNot:
                json.WritePropertyName("not"u8);
                Write(json, entry.Values[0]);
                break;
            case ConditionTest.IsIn:
                json.WriteStartArray("in"u8);
                foreach (var value in entry.Values)
                {
                    Write(json, value);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteString("same"u8, entry.Other);
                break;
        }

        json.WriteEndObject();
    }
}
