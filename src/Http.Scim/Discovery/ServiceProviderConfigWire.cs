using System.Text.Json;
using Roster.Http.Scim.Answers;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Discovery;

/// <summary>What this server can do; every number comes from the code that holds clients to it.</summary>
internal static class ServiceProviderConfigWire
{
    public static void Write(Utf8JsonWriter json, ScimOptions options, Links links)
    {
        json.WriteStartObject();
        SchemaWire.WriteTexts(json, "schemas", [Urns.ServiceProviderConfig]);
        WriteSupported(json, "patch");
        json.WriteStartObject("bulk"u8);
        json.WriteBoolean("supported"u8, true);
        json.WriteNumber("maxOperations"u8, BulkLimits.MaxOperations);
        json.WriteNumber("maxPayloadSize"u8, BulkLimits.MaxPayload);
        json.WriteEndObject();
        json.WriteStartObject("filter"u8);
        json.WriteBoolean("supported"u8, true);
        json.WriteNumber("maxResults"u8, ListRequest.MaxCount);
        json.WriteEndObject();
        WriteSupported(json, "changePassword", supported: false);
        WriteSupported(json, "sort");
        WriteSupported(json, "etag");
        WriteScheme(json);
        if (options.AdvertisesPagination)
        {
            WritePagination(json, options);
        }

        MetaWire.Write(json, "ServiceProviderConfig", links.To("/ServiceProviderConfig"));
        json.WriteEndObject();
    }

    private static void WriteSupported(Utf8JsonWriter json, string feature, bool supported = true)
    {
        json.WriteStartObject(feature);
        json.WriteBoolean("supported"u8, supported);
        json.WriteEndObject();
    }

    private static void WriteScheme(Utf8JsonWriter json)
    {
        json.WriteStartArray("authenticationSchemes"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "oauthbearertoken");
        json.WriteString("name"u8, "API key");
        json.WriteString("description"u8, "An API key sent as a bearer token");
        json.WriteString("specUri"u8, "https://www.rfc-editor.org/info/rfc6750");
        json.WriteBoolean("primary"u8, true);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePagination(Utf8JsonWriter json, ScimOptions options)
    {
        json.WriteStartObject("pagination"u8);
        json.WriteBoolean("cursor"u8, true);
        json.WriteBoolean("index"u8, true);
        json.WriteString("defaultPaginationMethod"u8, "index");
        json.WriteNumber("defaultPageSize"u8, ListRequest.DefaultCount);
        json.WriteNumber("maxPageSize"u8, ListRequest.MaxCount);
        json.WriteNumber("cursorTimeout"u8, (long)options.CursorLifetime.TotalSeconds);
        json.WriteEndObject();
    }
}
