using System.Text.Json;
using Roster.Core.Access.Resources;
using Roster.Http.Native.Changes;
using Roster.Http.Native.Roles;

namespace Roster.Http.Native.Access;

internal static class ResourceWire
{
    public static readonly Reply<ResourceType> Type = new() { Body = Write, Version = type => type.ChangedIn };

    public static readonly Reply<DefinedResourceType> DefinedType = new()
    {
        Body = (json, defined) => Write(json, defined.Type),
        Version = defined => defined.Type.ChangedIn,
        Location = defined => defined.IsNew ? $"/api/resource-types/{Uri.EscapeDataString(defined.Type.Name)}" : null,
    };

    public static readonly Reply<Resource> Resource = new() { Body = Write, Version = resource => resource.ChangedIn };

    public static readonly Reply<RegisteredResource> Registered = new()
    {
        Body = (json, registered) => Write(json, registered.Resource),
        Version = registered => registered.Resource.ChangedIn,
        Location = registered => registered.IsNew
            ? $"/api/resources/{Uri.EscapeDataString(registered.Resource.Type)}/{Uri.EscapeDataString(registered.Resource.Id)}"
            : null,
    };

    public static void Write(Utf8JsonWriter json, ResourceType type)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, type.Name);
        json.WriteString("ids"u8, type.Ids == ResourceIds.Any ? "any"u8 : "registered"u8);
        ChangeWire.WriteScope(json, "home"u8, type.Home);
        json.WriteTime("createdAt"u8, type.CreatedAt);
        json.WriteTime("changedAt"u8, type.ChangedAt);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Resource resource)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, resource.Type);
        json.WriteString("id"u8, resource.Id);
        ChangeWire.WriteScope(json, "scope"u8, resource.Scope);
        GrantWire.Write(json, resource.Attributes);
        json.WriteTime("createdAt"u8, resource.CreatedAt);
        json.WriteTime("changedAt"u8, resource.ChangedAt);
        json.WriteEndObject();
    }
}
