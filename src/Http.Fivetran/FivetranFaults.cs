using Microsoft.AspNetCore.Http;
using Roster.Core.Outcomes;

namespace Roster.Http.Fivetran;

/// <summary>A refusal as it goes over the wire.</summary>
/// <param name="RetryAfter">Whole seconds, where waiting helps.</param>
internal sealed record FivetranError(int Status, string Code, string Message, int? RetryAfter = null);

/// <summary>Which status, code and text each fault has. Every kind is here (a test proves it).</summary>
internal static class FivetranFaults
{
    private const string NotFoundCode = "NotFound";

    public static FivetranError Of(Fault fault, RequestedResource resource) => fault.Kind switch
    {
        FaultKind.InvalidValue => Invalid($"Field '{FieldOf(fault)}' {fault.Message}"),
        FaultKind.RoleNotAssignable => Invalid($"Field '{FieldOf(fault)}' must be the name of a role that can be given here: '{fault.Id}' is none"),
        FaultKind.OwnRole => Invalid("Field 'role' must not change: it is the role of the key's own user"),
        FaultKind.KeyNotValid => Unauthorized("Invalid authorization credentials"),
        FaultKind.NotPermitted => Forbidden($"Required permission: {resource.Permission}_{AccessOf(fault)}"),
        FaultKind.AboveActor or FaultKind.StrongerKey => Forbidden(fault.Message),
        FaultKind.UnknownUser => NotFound("User", fault),
        FaultKind.UnknownGroup => NotFound("Group", fault),
        FaultKind.UnknownConnector => NotFound(resource.Connection, fault),
        FaultKind.UnknownTeam => NotFound("Team", fault),
        FaultKind.UnknownMembership
            or FaultKind.UnknownAccount
            or FaultKind.UnknownOrganization
            or FaultKind.NotManaged
            or FaultKind.UnknownKey
            or FaultKind.UnknownInvitation
            or FaultKind.UnknownPlan
            or FaultKind.UnknownResourceType
            or FaultKind.UnknownResource
            or FaultKind.UnknownRole => new(StatusCodes.Status404NotFound, NotFoundCode, fault.Message),
        FaultKind.UserNameTaken => new(StatusCodes.Status409Conflict, "UserExists", fault.Message),
        FaultKind.IdTaken
            or FaultKind.RoleNameTaken
            or FaultKind.TeamNameTaken
            or FaultKind.RoleHeld
            or FaultKind.ResourceTypeInUse
            or FaultKind.StandardRole
            or FaultKind.MembershipExists
            or FaultKind.ScopeNotEmpty
            or FaultKind.LastOwner
            or FaultKind.InvitationEnded
            or FaultKind.UserInactive
            or FaultKind.PlanMoved
            or FaultKind.ReachExceeded
            or FaultKind.AlreadyAnswered
            or FaultKind.RepeatDiffers => new(StatusCodes.Status409Conflict, "Conflict", fault.Message),
        FaultKind.VersionChanged => new(StatusCodes.Status412PreconditionFailed, "PreconditionFailed", fault.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "No answer for this fault."),
    };

    public static FivetranError Of(HttpFault fault) => fault.Kind switch
    {
        HttpFaultKind.NoCredential => Unauthorized("Missing authorization credentials"),
        HttpFaultKind.BadCredential => Unauthorized("Invalid authorization credentials"),
        HttpFaultKind.OtherAccount or HttpFaultKind.UnknownPath =>
            new(StatusCodes.Status404NotFound, NotFoundCode, "There is nothing at this path"),
        HttpFaultKind.MethodNotAllowed =>
            new(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "The method is not supported at this path"),
        HttpFaultKind.NotAcceptable =>
            new(StatusCodes.Status406NotAcceptable, "NotAcceptable", "Every answer here is application/json, which the Accept header excludes"),
        HttpFaultKind.UnsupportedMediaType =>
            new(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", fault.Detail ?? "The body must be application/json."),
        HttpFaultKind.BodyTooLarge =>
            new(StatusCodes.Status413PayloadTooLarge, "PayloadTooLarge", fault.Detail ?? "The body is too large."),
        HttpFaultKind.MalformedBody => Invalid(fault.Detail ?? "The body is malformed."),
        HttpFaultKind.UnknownRevision => Invalid(fault.Detail ?? "The revision is unknown."),
        HttpFaultKind.TooManyRequests =>
            new(StatusCodes.Status429TooManyRequests, "TooManyRequests", fault.Detail ?? "Too many requests", fault.RetryAfter ?? 1),
        HttpFaultKind.Unavailable =>
            new(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", fault.Detail ?? "The store did not answer in time.", fault.RetryAfter ?? 1),
        HttpFaultKind.Internal =>
            new(StatusCodes.Status500InternalServerError, "InternalServerError", "The server failed; its log has the request's id"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "No answer for this fault."),
    };

    private static FivetranError Invalid(string message) => new(StatusCodes.Status400BadRequest, "InvalidInput", message);

    private static FivetranError Unauthorized(string message) => new(StatusCodes.Status401Unauthorized, "AuthFailed", message);

    private static FivetranError Forbidden(string message) =>
        new(StatusCodes.Status403Forbidden, "Forbidden", $"Access denied. {message}");

    private static FivetranError NotFound(string type, Fault fault) =>
        new(StatusCodes.Status404NotFound, $"{NotFoundCode}_{type}", $"{type} '{fault.Id}' does not exist");

    private static string AccessOf(Fault fault) => fault.Id == "read" ? "READ" : "MANAGE";

    /// <summary>The core's fields by this door's names.</summary>
    private static string FieldOf(Fault fault) => fault.Field switch
    {
        "userName" => "email",
        "teamId" => "team_id",
        "givenName" => "given_name",
        "familyName" => "family_name",
        "groupId" => "group_id",
        "settings" => "config",
        var field => field ?? "",
    };
}
