using System.Text.Json;
using Roster.Core.Scopes;

namespace Roster.Http.Native.Scopes;

/// <summary>A connector's settings are its own door's and may hold what is secret there: they are not shown here.</summary>
internal static class ScopeWire
{
    public static readonly Reply<Scope> One = new() { Body = Write, Version = scope => scope.ChangedIn };

    public static readonly Reply<Scope> Made = new()
    {
        Body = Write, Version = scope => scope.ChangedIn, Location = scope => $"/api/{scope.Id.Kind.WireName()}s/{scope.Id.Id}",
    };

    public static void Write(Utf8JsonWriter json, Scope scope)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, scope.Id.Id);
        if (scope.Id.Kind == ScopeKind.Connector)
        {
            json.WriteString("groupId"u8, scope.Parent.Id);
            json.WriteString("service"u8, scope.Service);
        }

        json.WriteString("name"u8, scope.Name);
        json.WriteTime("createdAt"u8, scope.CreatedAt);
        json.WriteTime("changedAt"u8, scope.ChangedAt);
        json.WriteEndObject();
    }
}
