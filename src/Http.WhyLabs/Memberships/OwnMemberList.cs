using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Memberships;

namespace Roster.Http.WhyLabs.Memberships;

/// <summary>The members of the account's own organization, one by one.</summary>
internal sealed class OwnMemberList(ListRoleGroups list, Caller caller)
    : RoleGroupWalk(list, caller, new RoleGroupFilter(Organization: caller.Account.Value))
{
    protected override void Open(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("memberships");
    }

    protected override void Write(Utf8JsonWriter json, RoleGroupParts stretch)
    {
        foreach (var part in stretch.Parts)
        {
            foreach (var holder in part.Holders)
            {
                json.WriteStartObject();
                json.WriteString("orgId", part.Scope.Id);
                json.WriteBoolean("default", false);
                json.WriteString("role", RoleName.Of(part.Level));
                json.WriteString("userId", holder.User.Value);
                json.WriteString("email", holder.Fold);
                json.WriteEndObject();
            }
        }
    }

    protected override void Close(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
