using System.Diagnostics;
using Roster.Core.Outcomes;

namespace Roster.Http.AuthZen;

/// <summary>Every fault, and how this dialect answers it. Whoever enforces decisions takes all of them for "not permitted".</summary>
internal static class AuthZenFaults
{
    private const string NotAnswering = "The store did not answer in time.";

    public static Refusal Of(Fault fault) => fault.Kind switch
    {
        FaultKind.InvalidValue => Bad(fault),
        FaultKind.RoleNotAssignable => Bad(fault),
        FaultKind.KeyNotValid => new(401, "The key is not valid."),

        FaultKind.NotPermitted => new(403, fault.Message),
        FaultKind.OwnRole => new(403, fault.Message),
        FaultKind.AboveActor => new(403, fault.Message),
        FaultKind.StrongerKey => new(403, fault.Message),

        // Nothing that a question names is ever missed: these are for what no question of this door can lead to.
        FaultKind.UnknownAccount => new(404, fault.Message),
        FaultKind.UnknownUser => new(404, fault.Message),
        FaultKind.UnknownOrganization => new(404, fault.Message),
        FaultKind.UnknownGroup => new(404, fault.Message),
        FaultKind.UnknownConnector => new(404, fault.Message),
        FaultKind.UnknownTeam => new(404, fault.Message),
        FaultKind.UnknownMembership => new(404, fault.Message),
        FaultKind.UnknownKey => new(404, fault.Message),
        FaultKind.UnknownInvitation => new(404, fault.Message),
        FaultKind.UnknownRole => new(404, fault.Message),
        FaultKind.UnknownResourceType => new(404, fault.Message),
        FaultKind.UnknownResource => new(404, fault.Message),
        FaultKind.UnknownPlan => new(404, fault.Message),
        FaultKind.NotManaged => new(404, fault.Message),

        FaultKind.UserNameTaken => new(409, fault.Message),
        FaultKind.IdTaken => new(409, fault.Message),
        FaultKind.RoleNameTaken => new(409, fault.Message),
        FaultKind.TeamNameTaken => new(409, fault.Message),
        FaultKind.RoleHeld => new(409, fault.Message),
        FaultKind.ResourceTypeInUse => new(409, fault.Message),
        FaultKind.StandardRole => new(409, fault.Message),
        FaultKind.MembershipExists => new(409, fault.Message),
        FaultKind.ScopeNotEmpty => new(409, fault.Message),
        FaultKind.LastOwner => new(409, fault.Message),
        FaultKind.InvitationEnded => new(409, fault.Message),
        FaultKind.UserInactive => new(409, fault.Message),
        FaultKind.PlanMoved => new(409, fault.Message),
        FaultKind.ReachExceeded => new(409, fault.Message),
        FaultKind.VersionChanged => new(409, fault.Message),
        FaultKind.AlreadyAnswered => new(409, fault.Message),
        FaultKind.RepeatDiffers => new(409, fault.Message),

        _ => throw new UnreachableException(fault.Kind.ToString()),
    };

    public static Refusal Of(HttpFault fault) => fault.Kind switch
    {
        HttpFaultKind.MalformedBody => new(400, fault.Detail ?? "The body cannot be read."),
        HttpFaultKind.UnsupportedMediaType => new(400, "The Content-Type must be application/json, in UTF-8."),
        HttpFaultKind.UnknownRevision => new(400, fault.Detail ?? "The revision is not known here.", RevisionHeaders.AtLeast),
        HttpFaultKind.NoCredential => new(401, "A key is needed."),
        HttpFaultKind.BadCredential => new(401, "The key is not valid."),
        HttpFaultKind.OtherAccount => new(401, "The key is not valid."),
        HttpFaultKind.UnknownPath => new(404, "There is nothing at this path."),
        HttpFaultKind.MethodNotAllowed => new(405, "The path does not know this method."),
        HttpFaultKind.NotAcceptable => new(406, "Answers are application/json."),
        HttpFaultKind.BodyTooLarge => new(413, fault.Detail ?? "The body is too large."),
        HttpFaultKind.TooManyRequests => new(429, fault.Detail ?? "The key asks too often.", RetryAfter: fault.RetryAfter ?? 1),
        HttpFaultKind.Internal => new(500, "Something went wrong here. The request id says where to look."),
        HttpFaultKind.Unavailable => new(503, fault.Detail ?? NotAnswering, RetryAfter: fault.RetryAfter ?? 1),
        _ => throw new UnreachableException(fault.Kind.ToString()),
    };

    /// <summary>What is wrong with a request, or with one item of it.</summary>
    public static Refusal Bad(Fault fault) =>
        new(400, fault.Field is null ? fault.Message : $"{fault.Field} {fault.Message}", fault.Field);
}
