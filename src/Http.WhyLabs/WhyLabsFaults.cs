using Roster.Core.Outcomes;

namespace Roster.Http.WhyLabs;

/// <summary>What an operation calls a user whom it does not find.</summary>
internal enum Missing
{
    AccountUser,
    AccountUserEmail,
    User,
}

/// <summary>Every fault, and how this dialect answers it: status, type and the contract's grammar of messages.</summary>
internal static class WhyLabsFaults
{
    private const string BadKey = "The API key is not valid.";

    public static Refusal Of(Fault fault, Missing missing = Missing.AccountUser) => fault.Kind switch
    {
        FaultKind.InvalidValue => BadValue(Parameter(fault.Field), fault.Message),
        FaultKind.RoleNotAssignable => Illegal(fault),
        FaultKind.OwnRole => Illegal(fault),

        FaultKind.KeyNotValid => Forbidden(BadKey),
        FaultKind.NotPermitted => Forbidden(fault.Message),
        FaultKind.AboveActor => Forbidden(fault.Message),
        FaultKind.StrongerKey => Forbidden(fault.Message),

        FaultKind.UnknownAccount => NotFound("Organization", fault.Id),
        FaultKind.UnknownUser => UserNotFound(missing, fault.Id ?? ""),
        FaultKind.UnknownOrganization => NotFound("Organization", fault.Id),
        FaultKind.UnknownGroup => NotFound("Group", fault.Id),
        FaultKind.UnknownConnector => NotFound("Connector", fault.Id),
        FaultKind.UnknownTeam => NotFound("Team", fault.Id),
        FaultKind.UnknownRole => NotFound("Role", fault.Id),
        FaultKind.UnknownResourceType => NotFound("Resource type", fault.Id),
        FaultKind.UnknownResource => NotFound("Resource", fault.Id),
        FaultKind.ResourceTypeInUse => Illegal(fault),
        FaultKind.UnknownMembership => NotFound("Membership", fault.Id) with { Type = "MembershipNotFound" },
        FaultKind.UnknownKey => NotFound("ApiKey", fault.Id),
        FaultKind.UnknownInvitation => NotFound("Invitation", fault.Id),

        FaultKind.UnknownPlan => NotFound("Plan", fault.Id),

        FaultKind.NotManaged => Illegal(fault),
        FaultKind.UserNameTaken => Exists("email", fault.Id),
        FaultKind.IdTaken => Exists("Organization", fault.Id),
        FaultKind.RoleNameTaken => Illegal(fault),
        FaultKind.TeamNameTaken => Illegal(fault),
        FaultKind.RoleHeld => Illegal(fault),
        FaultKind.StandardRole => Illegal(fault),
        FaultKind.MembershipExists => Illegal(fault),
        FaultKind.ScopeNotEmpty => Illegal(fault),
        FaultKind.LastOwner => Illegal(fault),
        FaultKind.InvitationEnded => Illegal(fault),
        FaultKind.UserInactive => Illegal(fault),
        FaultKind.PlanMoved => Illegal(fault),
        FaultKind.ReachExceeded => Illegal(fault),
        FaultKind.VersionChanged => new(412, "PreconditionFailed", fault.Message),
        FaultKind.AlreadyAnswered => Illegal(fault),
        FaultKind.RepeatDiffers => Illegal(fault),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "No answer."),
    };

    public static Refusal Of(HttpFault fault) => fault.Kind switch
    {
        HttpFaultKind.NoCredential => new(401, "Unauthorized", "The X-API-Key header is missing."),
        HttpFaultKind.BadCredential => Forbidden(BadKey),
        HttpFaultKind.OtherAccount => Forbidden("The API key is not of this organization."),

        HttpFaultKind.UnknownPath => new(404, null, null),
        HttpFaultKind.MethodNotAllowed => new(404, null, null),
        HttpFaultKind.NotAcceptable => new(404, null, null),
        HttpFaultKind.UnsupportedMediaType => new(404, null, null),

        HttpFaultKind.BodyTooLarge => new(413, "PayloadTooLarge", fault.Detail ?? "The body is too large."),
        HttpFaultKind.MalformedBody => new(400, "ArgumentValue", fault.Detail ?? "The body cannot be read.", "body"),
        HttpFaultKind.UnknownRevision => new(400, "ArgumentValue", fault.Detail ?? "The revision is not known here.", RevisionHeaders.AtLeast),
        HttpFaultKind.TooManyRequests => new(
            429, null, fault.Detail ?? "Too many requests with this API key; try again later.", RetryAfter: fault.RetryAfter ?? 1),
        HttpFaultKind.Unavailable =>
            new(503, "ServiceUnavailable", fault.Detail ?? "The store did not answer in time.", RetryAfter: fault.RetryAfter ?? 1),
        HttpFaultKind.Internal => new(500, "Internal", "Something went wrong on our side. The request id says where to look."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "No answer."),
    };

    private static Refusal Illegal(Fault fault) => new(400, "IllegalArgument", fault.Message);

    private static Refusal BadValue(string parameter, string message) =>
        new(400, "ArgumentValue", $"{parameter} {message}", parameter);

    private static Refusal Forbidden(string message) => new(403, "Forbidden", message);

    private static Refusal NotFound(string kind, string? id) => new(404, "ResourceNotFound", $"Resource {kind} with ID {id} not found.");

    private static Refusal Exists(string kind, string? id) =>
        new(409, "ResourceAlreadyExists", $"Resource {kind} with ID {id} already exists.");

    private static Refusal UserNotFound(Missing missing, string id) => missing switch
    {
        Missing.AccountUser => NotFound("account user", id),
        Missing.AccountUserEmail => NotFound("account user email", id),

        // Of the address only the domain is repeated.
        _ => new(404, "UserNotFound", $"Resource User. Additional information: e-mail domain {id[(id.LastIndexOf('@') + 1)..]}"),
    };

    /// <summary>A field of the core, as this dialect calls it.</summary>
    private static string Parameter(string? field) => field switch
    {
        null => "request",
        "userName" => "email",
        "expiresAt" => "expiration_time",
        _ => field,
    };
}
