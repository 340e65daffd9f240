using System.Buffers;
using System.Text.Json;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Native.Roles;

namespace Roster.Http.Native.Documents;

/// <summary>A member a line, so that two can be compared by lines.</summary>
internal sealed class JsonSink : DocumentSink
{
    private static readonly JsonWriterOptions Lines = Exchange.Writing with { Indented = true };

    private Utf8JsonWriter? _json;

    public override string MediaType => "application/json";

    private Utf8JsonWriter Json => _json!;

    public override void Dispose()
    {
        _json?.Dispose();
        base.Dispose();
    }

    protected override void WriteHead(AccountId account)
    {
        _json = new(Output, Lines);
        Json.WriteStartObject();
        Json.WriteNumber("roster"u8, 1);
        Json.WriteString("account"u8, account.Value);
    }

    protected override void BeginSection(string name, bool isFirst)
    {
        WriteEndOfSection(!isFirst);
        Json.WriteStartArray(name);
    }

    protected override void Write(Role role)
    {
        Json.WriteStartObject();
        Json.WriteString("name"u8, role.Name);
        if (role.Description.Length > 0)
        {
            Json.WriteString("description"u8, role.Description);
        }

        RoleWire.WriteRights(Json, role.Kinds, role.Level, role.Permissions);
        Json.WriteEndObject();
    }

    protected override void Write(User user)
    {
        Json.WriteStartObject();
        Json.WriteString("userName"u8, user.Name.Given);
        Json.WriteString("id"u8, user.Id.Value);
        WriteGiven("givenName"u8, user.GivenName);
        WriteGiven("familyName"u8, user.FamilyName);
        WriteGiven("phone"u8, user.Phone);
        WriteGiven("picture"u8, user.Picture);
        WriteGiven("externalId"u8, user.ExternalId);
        WriteGiven("userSchema"u8, user.UserSchema);
        WriteGiven("displayName"u8, user.DisplayName);
        if (!user.Active)
        {
            Json.WriteBoolean("active"u8, false);
        }

        Json.WriteEndObject();
    }

    protected override void Write(Scope scope)
    {
        Json.WriteStartObject();
        Json.WriteString("id"u8, scope.Id.Id);
        if (scope.Id.Kind == ScopeKind.Connector)
        {
            Json.WriteString("group"u8, scope.Parent.Id);
            WriteGiven("service"u8, scope.Service);
        }

        Json.WriteString("name"u8, scope.Name);
        if (scope.Id.Kind == ScopeKind.Team)
        {
            WriteGiven("description"u8, scope.Settings);
        }

        Json.WriteEndObject();
    }

    protected override void Write(string member, string name, Membership membership)
    {
        Json.WriteStartObject();
        Json.WriteString(member, name);
        Json.WriteString("in"u8, PlaceNames.Of(membership.Scope));
        Json.WriteString("role"u8, membership.Role);
        if (membership.Until is { } end)
        {
            Json.WriteTime("expiresAt"u8, end);
        }

        Json.WriteEndObject();
    }

    protected override void WriteEnd(bool hasSections)
    {
        WriteEndOfSection(hasSections);
        Json.WriteEndObject();
        Json.Flush();
        Output.Write("\n"u8);
    }

    private void WriteEndOfSection(bool isOpen)
    {
        if (isOpen)
        {
            Json.WriteEndArray();
        }
    }

    private void WriteGiven(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Json.WriteString(name, value);
        }
    }
}
