using Roster.Core.Outcomes;
using Roster.Http;
using Roster.Http.Fivetran;

namespace Roster.Tests.Http.Fivetran;

/// <summary>Every kind of fault has its status and code. A kind that is missing from a table fails here too.</summary>
public sealed class FaultTests
{
    private static readonly Dictionary<FaultKind, string> OfCore = new()
    {
        [FaultKind.InvalidValue] = "400 InvalidInput",
        [FaultKind.RoleNotAssignable] = "400 InvalidInput",
        [FaultKind.OwnRole] = "400 InvalidInput",
        [FaultKind.KeyNotValid] = "401 AuthFailed",
        [FaultKind.NotPermitted] = "403 Forbidden",
        [FaultKind.AboveActor] = "403 Forbidden",
        [FaultKind.StrongerKey] = "403 Forbidden",
        [FaultKind.UnknownAccount] = "404 NotFound",
        [FaultKind.UnknownUser] = "404 NotFound_User",
        [FaultKind.UnknownOrganization] = "404 NotFound",
        [FaultKind.UnknownGroup] = "404 NotFound_Group",
        [FaultKind.UnknownConnector] = "404 NotFound_Connection",
        [FaultKind.UnknownTeam] = "404 NotFound_Team",
        [FaultKind.UnknownRole] = "404 NotFound",
        [FaultKind.UnknownResourceType] = "404 NotFound",
        [FaultKind.UnknownResource] = "404 NotFound",
        [FaultKind.ResourceTypeInUse] = "409 Conflict",
        [FaultKind.RoleNameTaken] = "409 Conflict",
        [FaultKind.TeamNameTaken] = "409 Conflict",
        [FaultKind.RoleHeld] = "409 Conflict",
        [FaultKind.StandardRole] = "409 Conflict",
        [FaultKind.UnknownMembership] = "404 NotFound",
        [FaultKind.UnknownKey] = "404 NotFound",
        [FaultKind.UnknownInvitation] = "404 NotFound",
        [FaultKind.UnknownPlan] = "404 NotFound",
        [FaultKind.PlanMoved] = "409 Conflict",
        [FaultKind.ReachExceeded] = "409 Conflict",
        [FaultKind.NotManaged] = "404 NotFound",
        [FaultKind.UserNameTaken] = "409 UserExists",
        [FaultKind.IdTaken] = "409 Conflict",
        [FaultKind.MembershipExists] = "409 Conflict",
        [FaultKind.ScopeNotEmpty] = "409 Conflict",
        [FaultKind.LastOwner] = "409 Conflict",
        [FaultKind.AlreadyAnswered] = "409 Conflict",
        [FaultKind.RepeatDiffers] = "409 Conflict",
        [FaultKind.VersionChanged] = "412 PreconditionFailed",
        [FaultKind.InvitationEnded] = "409 Conflict",
        [FaultKind.UserInactive] = "409 Conflict",
    };

    private static readonly Dictionary<HttpFaultKind, string> OfHttp = new()
    {
        [HttpFaultKind.NoCredential] = "401 AuthFailed",
        [HttpFaultKind.BadCredential] = "401 AuthFailed",
        [HttpFaultKind.OtherAccount] = "404 NotFound",
        [HttpFaultKind.UnknownPath] = "404 NotFound",
        [HttpFaultKind.MethodNotAllowed] = "405 MethodNotAllowed",
        [HttpFaultKind.NotAcceptable] = "406 NotAcceptable",
        [HttpFaultKind.UnsupportedMediaType] = "415 UnsupportedMediaType",
        [HttpFaultKind.BodyTooLarge] = "413 PayloadTooLarge",
        [HttpFaultKind.MalformedBody] = "400 InvalidInput",
        [HttpFaultKind.UnknownRevision] = "400 InvalidInput",
        [HttpFaultKind.TooManyRequests] = "429 TooManyRequests",
        [HttpFaultKind.Unavailable] = "503 ServiceUnavailable",
        [HttpFaultKind.Internal] = "500 InternalServerError",
    };

    public static TheoryData<FaultKind> EveryKind => [.. Enum.GetValues<FaultKind>()];

    public static TheoryData<HttpFaultKind> EveryHttpKind => [.. Enum.GetValues<HttpFaultKind>()];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Every_fault_of_the_core_has_an_answer(FaultKind kind)
    {
        var error = FivetranFaults.Of(new Fault(kind, "what went wrong", "field", "id"), new RequestedResource("USER", "Connection"));

        $"{error.Status} {error.Code}".ShouldBe(OfCore[kind]);
        error.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [MemberData(nameof(EveryHttpKind))]
    public void Every_fault_of_a_request_has_an_answer(HttpFaultKind kind)
    {
        var error = FivetranFaults.Of(new HttpFault(kind));

        $"{error.Status} {error.Code}".ShouldBe(OfHttp[kind]);
        error.Message.ShouldNotBeNullOrWhiteSpace();
        (error.RetryAfter > 0).ShouldBe(error.Status is 429 or 503);
    }
}
