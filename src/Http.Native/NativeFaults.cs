using System.Diagnostics;
using System.Text.Json;
using Roster.Core.Outcomes;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native;

/// <summary>Turns faults into problem details (RFC 9457). Each kind has one status and one name that never changes.</summary>
internal static class NativeFaults
{
    public const string ContentType = "application/problem+json";

    public static ValueTask AnswerAsync(Exchange exchange, Fault fault)
    {
        if (KeptAnswer.Parse(fault.Answered) is { } kept)
        {
            return kept.AnswerAsync(exchange);
        }

        var shape = Of(fault.Kind);
        return SayAsync(exchange, new(shape, fault.Message, fault.Field, exchange.RequestId, fault));
    }

    public static ValueTask AnswerAsync(Exchange exchange, HttpFault fault)
    {
        var shape = Of(fault.Kind);
        if (fault.RetryAfter is { } seconds)
        {
            exchange.Context.Response.Headers.RetryAfter = seconds.ToString();
        }

        var field = fault.Kind == HttpFaultKind.UnknownRevision ? RevisionHeaders.AtLeast : null;
        return SayAsync(exchange, new(shape, fault.Detail ?? shape.Title + ".", field, exchange.RequestId));
    }

    public static Shape Of(FaultKind kind) => kind switch
    {
        FaultKind.InvalidValue => new(400, "invalid-value", "A value is not valid"),
        FaultKind.RoleNotAssignable => new(400, "role-not-assignable", "The role cannot be given there"),
        FaultKind.KeyNotValid => new(401, "key-not-valid", "The key is not valid"),
        FaultKind.OwnRole => new(403, "own-role", "A key cannot change its own user's role"),
        FaultKind.NotPermitted => new(403, "not-permitted", "The key may not do this here"),
        FaultKind.AboveActor => new(403, "above-actor", "The role is above the key's own level"),
        FaultKind.StrongerKey => new(403, "stronger-key", "A key cannot make a stronger one"),
        FaultKind.UnknownAccount => new(404, "unknown-account", "There is no such account"),
        FaultKind.UnknownUser => new(404, "unknown-user", "There is no such user"),
        FaultKind.UnknownOrganization => new(404, "unknown-organization", "There is no such organization"),
        FaultKind.UnknownGroup => new(404, "unknown-group", "There is no such group"),
        FaultKind.UnknownConnector => new(404, "unknown-connector", "There is no such connector"),
        FaultKind.UnknownTeam => new(404, "unknown-team", "There is no such team"),
        FaultKind.UnknownMembership => new(404, "unknown-membership", "There is no such membership"),
        FaultKind.UnknownKey => new(404, "unknown-key", "There is no such key"),
        FaultKind.UnknownInvitation => new(404, "unknown-invitation", "There is no such invitation"),
        FaultKind.UnknownPlan => new(404, "unknown-plan", "There is no such plan"),
        FaultKind.UnknownResourceType => new(404, "unknown-resource-type", "There is no such type of resource"),
        FaultKind.UnknownResource => new(404, "unknown-resource", "There is no such resource"),
        FaultKind.ResourceTypeInUse => new(409, "resource-type-in-use", "Resources of the type are registered"),
        FaultKind.UnknownRole => new(404, "unknown-role", "There is no such role"),
        FaultKind.NotManaged => new(404, "not-managed", "The account does not manage this organization"),
        FaultKind.UserNameTaken => new(409, "user-name-taken", "The user name is taken"),
        FaultKind.IdTaken => new(409, "id-taken", "The id is taken"),
        FaultKind.RoleNameTaken => new(409, "role-name-taken", "The name of the role is taken"),
        FaultKind.TeamNameTaken => new(409, "team-name-taken", "The name of the team is taken"),
        FaultKind.RoleHeld => new(409, "role-held", "Somebody holds the role"),
        FaultKind.StandardRole => new(409, "standard-role", "The role comes with the product"),
        FaultKind.MembershipExists => new(409, "membership-exists", "There is a membership already"),
        FaultKind.ScopeNotEmpty => new(409, "scope-not-empty", "The group still has connectors"),
        FaultKind.LastOwner => new(409, "last-owner", "The account must keep an owner"),
        FaultKind.UserInactive => new(409, "user-inactive", "The user is not active"),
        FaultKind.PlanMoved => new(409, "plan-moved", "The account is not any more as the plan saw it"),
        FaultKind.ReachExceeded => new(409, "reach-exceeded", "The plan removes more than it may"),
        FaultKind.AlreadyAnswered => new(409, "already-answered", "It was done before"),
        FaultKind.VersionChanged => new(412, "version-changed", "The version is another"),
        FaultKind.RepeatDiffers => new(422, "idempotency-key-reused", "The idempotency key was used for another request"),
        FaultKind.InvitationEnded => new(410, "invitation-ended", "The invitation has ended"),
        _ => throw new UnreachableException(kind.ToString()),
    };

    public static Shape Of(HttpFaultKind kind) => kind switch
    {
        HttpFaultKind.MalformedBody => new(400, "malformed-body", "The body cannot be read"),
        HttpFaultKind.UnknownRevision => new(400, "unknown-revision", "The revision is not known here"),
        HttpFaultKind.NoCredential => new(401, "no-credential", "A key is needed"),
        HttpFaultKind.BadCredential => new(401, "key-not-valid", "The key is not valid"),
        HttpFaultKind.OtherAccount => new(404, "unknown-account", "There is no such account"),
        HttpFaultKind.UnknownPath => new(404, "unknown-path", "There is nothing at this path"),
        HttpFaultKind.MethodNotAllowed => new(405, "method-not-allowed", "The path does not know this method"),
        HttpFaultKind.NotAcceptable => new(406, "not-acceptable", "Answers are application/json"),
        HttpFaultKind.BodyTooLarge => new(413, "body-too-large", "The body is too large"),
        HttpFaultKind.UnsupportedMediaType => new(415, "unsupported-media-type", "The body must be application/json"),
        HttpFaultKind.TooManyRequests => new(429, "too-many-requests", "The key asks too often"),
        HttpFaultKind.Internal => new(500, "internal", "Something went wrong here"),
        HttpFaultKind.Unavailable => new(503, "unavailable", "The store does not answer"),
        _ => throw new UnreachableException(kind.ToString()),
    };

    private static ValueTask SayAsync(Exchange exchange, Problem problem)
    {
        if (problem.Shape.Status == 401)
        {
            exchange.Context.Response.Headers.WWWAuthenticate = "Bearer realm=\"roster\"";
        }

        return exchange.AnswerAsync(problem.Shape.Status, problem, Write, ContentType);
    }

    private static void Write(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "urn:roster:problem:" + problem.Shape.Name);
        json.WriteString("title"u8, problem.Shape.Title);
        json.WriteNumber("status"u8, problem.Shape.Status);
        json.WriteString("detail"u8, problem.Detail);
        json.WriteString("field"u8, problem.Field);
        json.WriteString("requestId"u8, problem.RequestId);
        if (problem.Fault is { } fault)
        {
            FaultDetails.Write(json, fault);
        }

        json.WriteEndObject();
    }

    /// <summary>What a kind of fault looks like on the wire.</summary>
    public readonly record struct Shape(int Status, string Name, string Title);

    private readonly record struct Problem(Shape Shape, string Detail, string? Field, string RequestId, Fault? Fault = null);
}
