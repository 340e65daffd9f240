using Roster.Core.Outcomes;
using Roster.Http;
using Roster.Http.Native;

namespace Roster.Tests.Http.Native;

/// <summary>Every kind of fault has its status and name. A kind that is missing from a table fails here too.</summary>
public sealed class FaultTests
{
    private static readonly Dictionary<FaultKind, string> OfCore = new()
    {
        [FaultKind.InvalidValue] = "400 invalid-value",
        [FaultKind.RoleNotAssignable] = "400 role-not-assignable",
        [FaultKind.OwnRole] = "403 own-role",
        [FaultKind.KeyNotValid] = "401 key-not-valid",
        [FaultKind.NotPermitted] = "403 not-permitted",
        [FaultKind.AboveActor] = "403 above-actor",
        [FaultKind.StrongerKey] = "403 stronger-key",
        [FaultKind.UnknownAccount] = "404 unknown-account",
        [FaultKind.UnknownUser] = "404 unknown-user",
        [FaultKind.UnknownOrganization] = "404 unknown-organization",
        [FaultKind.UnknownGroup] = "404 unknown-group",
        [FaultKind.UnknownConnector] = "404 unknown-connector",
        [FaultKind.UnknownTeam] = "404 unknown-team",
        [FaultKind.UnknownRole] = "404 unknown-role",
        [FaultKind.UnknownResourceType] = "404 unknown-resource-type",
        [FaultKind.UnknownResource] = "404 unknown-resource",
        [FaultKind.ResourceTypeInUse] = "409 resource-type-in-use",
        [FaultKind.RoleNameTaken] = "409 role-name-taken",
        [FaultKind.TeamNameTaken] = "409 team-name-taken",
        [FaultKind.RoleHeld] = "409 role-held",
        [FaultKind.StandardRole] = "409 standard-role",
        [FaultKind.UnknownMembership] = "404 unknown-membership",
        [FaultKind.UnknownKey] = "404 unknown-key",
        [FaultKind.UnknownInvitation] = "404 unknown-invitation",
        [FaultKind.UnknownPlan] = "404 unknown-plan",
        [FaultKind.PlanMoved] = "409 plan-moved",
        [FaultKind.ReachExceeded] = "409 reach-exceeded",
        [FaultKind.NotManaged] = "404 not-managed",
        [FaultKind.UserNameTaken] = "409 user-name-taken",
        [FaultKind.IdTaken] = "409 id-taken",
        [FaultKind.MembershipExists] = "409 membership-exists",
        [FaultKind.ScopeNotEmpty] = "409 scope-not-empty",
        [FaultKind.LastOwner] = "409 last-owner",
        [FaultKind.AlreadyAnswered] = "409 already-answered",
        [FaultKind.VersionChanged] = "412 version-changed",
        [FaultKind.RepeatDiffers] = "422 idempotency-key-reused",
        [FaultKind.InvitationEnded] = "410 invitation-ended",
        [FaultKind.UserInactive] = "409 user-inactive",
    };

    private static readonly Dictionary<HttpFaultKind, string> OfHttp = new()
    {
        [HttpFaultKind.NoCredential] = "401 no-credential",
        [HttpFaultKind.BadCredential] = "401 key-not-valid",
        [HttpFaultKind.OtherAccount] = "404 unknown-account",
        [HttpFaultKind.UnknownPath] = "404 unknown-path",
        [HttpFaultKind.MethodNotAllowed] = "405 method-not-allowed",
        [HttpFaultKind.NotAcceptable] = "406 not-acceptable",
        [HttpFaultKind.UnsupportedMediaType] = "415 unsupported-media-type",
        [HttpFaultKind.BodyTooLarge] = "413 body-too-large",
        [HttpFaultKind.MalformedBody] = "400 malformed-body",
        [HttpFaultKind.UnknownRevision] = "400 unknown-revision",
        [HttpFaultKind.TooManyRequests] = "429 too-many-requests",
        [HttpFaultKind.Unavailable] = "503 unavailable",
        [HttpFaultKind.Internal] = "500 internal",
    };

    public static TheoryData<FaultKind> EveryKind => [.. Enum.GetValues<FaultKind>()];

    public static TheoryData<HttpFaultKind> EveryHttpKind => [.. Enum.GetValues<HttpFaultKind>()];

    [Theory, MemberData(nameof(EveryKind))]
    public void Every_fault_of_the_core_has_an_answer(FaultKind kind)
    {
        var shape = NativeFaults.Of(kind);

        $"{shape.Status} {shape.Name}".ShouldBe(OfCore[kind]);
        shape.Title.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory, MemberData(nameof(EveryHttpKind))]
    public void Every_fault_of_a_request_has_an_answer(HttpFaultKind kind)
    {
        var shape = NativeFaults.Of(kind);

        $"{shape.Status} {shape.Name}".ShouldBe(OfHttp[kind]);
        shape.Title.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_name_has_one_status() =>
        OfCore.Values.Concat(OfHttp.Values).Distinct().Select(text => text.Split(' ')[1]).ShouldBeUnique();

    [Fact]
    public void The_page_about_the_dialect_names_every_one()
    {
        var page = Repository.Text("docs/native.md");

        OfCore.Values.Concat(OfHttp.Values).Select(text => text.Split(' ')[1]).Where(name => !page.Contains($"`{name}`")).ShouldBeEmpty();
    }
}
