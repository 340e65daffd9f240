using System.Diagnostics;
using Roster.Core.Outcomes;

namespace Roster.Http.Scim;

/// <summary>Every fault, and how this dialect answers it: status, scimType and a detail.</summary>
internal static class ScimFaults
{
    public static ScimError Of(Fault fault) => fault.Kind switch
    {
        FaultKind.InvalidValue => ScimError.Value($"{Attribute(fault.Field)}: {fault.Message.TrimEnd('.')}."),
        FaultKind.RoleNotAssignable => ScimError.Value(fault.Message),

        FaultKind.KeyNotValid => new(401, null, fault.Message),
        FaultKind.OwnRole => new(403, null, fault.Message),
        FaultKind.NotPermitted => new(403, null, fault.Message),
        FaultKind.AboveActor => new(403, null, fault.Message),
        FaultKind.StrongerKey => new(403, null, fault.Message),

        FaultKind.UnknownAccount => new(404, null, fault.Message),
        FaultKind.UnknownUser => new(404, null, fault.Message),
        FaultKind.UnknownOrganization => new(404, null, fault.Message),
        FaultKind.UnknownGroup => new(404, null, fault.Message),
        FaultKind.UnknownConnector => new(404, null, fault.Message),
        FaultKind.UnknownTeam => new(404, null, fault.Message),
        FaultKind.UnknownMembership => new(404, null, fault.Message),
        FaultKind.UnknownKey => new(404, null, fault.Message),
        FaultKind.UnknownInvitation => new(404, null, fault.Message),
        FaultKind.UnknownPlan => new(404, null, fault.Message),
        FaultKind.UnknownRole => new(404, null, fault.Message),
        FaultKind.NotManaged => new(404, null, fault.Message),
        FaultKind.UnknownResourceType => new(404, null, fault.Message),
        FaultKind.UnknownResource => new(404, null, fault.Message),

        FaultKind.UserNameTaken => ScimError.Taken(fault.Message),
        FaultKind.TeamNameTaken => ScimError.Taken(fault.Message),
        FaultKind.IdTaken => ScimError.Taken(fault.Message),
        FaultKind.RoleNameTaken => ScimError.Taken(fault.Message),
        FaultKind.ResourceTypeInUse => new(409, null, fault.Message),
        FaultKind.RoleHeld => new(409, null, fault.Message),
        FaultKind.StandardRole => new(409, null, fault.Message),
        FaultKind.MembershipExists => new(409, null, fault.Message),
        FaultKind.ScopeNotEmpty => new(409, null, fault.Message),
        FaultKind.LastOwner => new(409, null, fault.Message),
        FaultKind.UserInactive => new(409, null, fault.Message),
        FaultKind.InvitationEnded => new(409, null, fault.Message),
        FaultKind.PlanMoved => new(409, null, fault.Message),
        FaultKind.ReachExceeded => new(409, null, fault.Message),
        FaultKind.AlreadyAnswered => new(409, null, fault.Message),
        FaultKind.RepeatDiffers => new(409, null, fault.Message),
        FaultKind.VersionChanged => new(412, null, fault.Message),
        _ => throw new UnreachableException(fault.Kind.ToString()),
    };

    public static ScimError Of(HttpFault fault) => fault.Kind switch
    {
        HttpFaultKind.NoCredential => new(401, null, "An API key is needed, as a bearer token."),
        HttpFaultKind.BadCredential => new(401, null, "The API key is not valid."),
        HttpFaultKind.OtherAccount => new(404, null, "There is nothing at this path."),
        HttpFaultKind.UnknownPath => new(404, null, "There is nothing at this path."),
        HttpFaultKind.MethodNotAllowed => new(405, null, "The path does not know this method."),
        HttpFaultKind.NotAcceptable => new(406, null, "Answers are application/scim+json or application/json."),
        HttpFaultKind.UnsupportedMediaType => new(415, null, "The body must be application/scim+json or application/json, in UTF-8."),
        HttpFaultKind.BodyTooLarge => ScimError.TooLarge(fault.Detail ?? "The body is too large."),
        HttpFaultKind.MalformedBody => ScimError.Syntax(fault.Detail ?? "The body cannot be read."),
        HttpFaultKind.UnknownRevision => ScimError.Value(fault.Detail ?? $"{RevisionHeaders.AtLeast}: the revision is not known here."),
        HttpFaultKind.TooManyRequests => new(429, null, fault.Detail ?? "Too many requests with this API key.", fault.RetryAfter ?? 1),
        HttpFaultKind.Unavailable => new(503, null, fault.Detail ?? "The store did not answer in time.", fault.RetryAfter ?? 1),
        HttpFaultKind.Internal => new(500, null, "Something went wrong on our side. The request id says where to look."),
        _ => throw new UnreachableException(fault.Kind.ToString()),
    };

    /// <summary>A field of the core, as this dialect calls it.</summary>
    private static string Attribute(string? field) => field switch
    {
        null => "request",
        "givenName" or "familyName" => "name." + field,
        "phone" => "phoneNumbers",
        "picture" => "photos",
        "name" => "displayName",
        _ => field,
    };
}
