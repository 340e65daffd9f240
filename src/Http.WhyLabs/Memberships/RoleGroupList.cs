using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;

namespace Roster.Http.WhyLabs.Memberships;

/// <summary>Members grouped by organization and role. A group may go on from one stretch to the next.</summary>
internal sealed class RoleGroupList(ListRoleGroups list, Caller caller, RoleGroupFilter filter)
    : RoleGroupWalk(list, caller, filter)
{
    private (ScopeId Scope, Level Level)? _open;

    protected override void Open(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("memberships");
    }

    protected override void Write(Utf8JsonWriter json, RoleGroupParts stretch)
    {
        foreach (var part in stretch.Parts)
        {
            if (_open != (part.Scope, part.Level))
            {
                CloseGroup(json);
                OpenGroup(json, part);
            }

            foreach (var holder in part.Holders)
            {
                json.WriteStartObject();
                json.WriteString("userId", holder.User.Value);
                json.WriteString("email", holder.Fold);
                json.WriteEndObject();
            }
        }
    }

    protected override void Close(Utf8JsonWriter json)
    {
        CloseGroup(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void OpenGroup(Utf8JsonWriter json, RoleGroupPart part)
    {
        json.WriteStartObject();
        json.WriteString("orgId", part.Scope.Id);
        json.WriteString("role", RoleName.Of(part.Level));
        json.WriteStartArray("members");
        _open = (part.Scope, part.Level);
    }

    private void CloseGroup(Utf8JsonWriter json)
    {
        if (_open is not null)
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
