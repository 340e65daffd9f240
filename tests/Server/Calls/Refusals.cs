using Roster.Core.Changes;

namespace Roster.Tests.Server.Calls;

/// <summary>How each door says no, as its contract has it.</summary>
internal static class Refusals
{
    public static bool IsRefusedFor(this Reply answer, FaultKind reason)
    {
        var (status, code) = Shape(answer.Call.Door, reason);
        return answer.Status == status && CodeOf(answer) == code;
    }

    private static (int Status, string Code) Shape(Door door, FaultKind reason) => (door, reason) switch
    {
        (Door.Fivetran, FaultKind.LastOwner) => (409, "Conflict"),
        (Door.Fivetran, FaultKind.UserNameTaken) => (409, "UserExists"),
        (Door.Fivetran, FaultKind.MembershipExists) => (409, "Conflict"),
        (Door.Fivetran, FaultKind.UnknownUser) => (404, "NotFound_User"),
        (Door.Fivetran, FaultKind.UnknownMembership) => (404, "NotFound"),
        (Door.WhyLabs, FaultKind.LastOwner) => (400, "IllegalArgument"),
        (Door.WhyLabs, FaultKind.UserNameTaken) => (409, "ResourceAlreadyExists"),
        (Door.WhyLabs, FaultKind.UnknownUser) => (404, "ResourceNotFound"),
        (Door.Scim, FaultKind.UserNameTaken) => (409, "uniqueness"),
        (Door.Native, FaultKind.LastOwner) => (409, "last-owner"),
        (Door.Native, FaultKind.UserNameTaken) => (409, "user-name-taken"),
        (Door.Native, FaultKind.UnknownUser) => (404, "unknown-user"),
        (Door.Native, FaultKind.UnknownMembership) => (404, "unknown-membership"),
        (Door.Native, FaultKind.VersionChanged) => (412, "version-changed"),
        (Door.Native, FaultKind.InvitationEnded) => (410, "invitation-ended"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), $"{door} never says {reason}."),
    };

    private static string? CodeOf(Reply answer) => answer.Call.Door switch
    {
        Door.Fivetran => (string?)answer.At("code"),
        Door.WhyLabs => (string?)answer.At("type"),
        Door.Scim => (string?)answer.At("scimType"),
        _ => ((string?)answer.At("type"))?.Replace("urn:roster:problem:", ""),
    };
}
