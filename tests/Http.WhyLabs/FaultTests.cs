using Roster.Core.Outcomes;
using Roster.Http;
using Roster.Http.WhyLabs;

namespace Roster.Tests.Http.WhyLabs;

public sealed class FaultTests
{
    [Theory]
    [InlineData(FaultKind.InvalidValue, 400, "ArgumentValue")]
    [InlineData(FaultKind.RoleNotAssignable, 400, "IllegalArgument")]
    [InlineData(FaultKind.OwnRole, 400, "IllegalArgument")]
    [InlineData(FaultKind.KeyNotValid, 403, "Forbidden")]
    [InlineData(FaultKind.NotPermitted, 403, "Forbidden")]
    [InlineData(FaultKind.AboveActor, 403, "Forbidden")]
    [InlineData(FaultKind.StrongerKey, 403, "Forbidden")]
    [InlineData(FaultKind.UnknownAccount, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownUser, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownOrganization, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownGroup, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownConnector, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownTeam, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownRole, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownResourceType, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownResource, 404, "ResourceNotFound")]
    [InlineData(FaultKind.ResourceTypeInUse, 400, "IllegalArgument")]
    [InlineData(FaultKind.RoleNameTaken, 400, "IllegalArgument")]
    [InlineData(FaultKind.TeamNameTaken, 400, "IllegalArgument")]
    [InlineData(FaultKind.RoleHeld, 400, "IllegalArgument")]
    [InlineData(FaultKind.StandardRole, 400, "IllegalArgument")]
    [InlineData(FaultKind.UnknownMembership, 404, "MembershipNotFound")]
    [InlineData(FaultKind.UnknownKey, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownInvitation, 404, "ResourceNotFound")]
    [InlineData(FaultKind.UnknownPlan, 404, "ResourceNotFound")]
    [InlineData(FaultKind.PlanMoved, 400, "IllegalArgument")]
    [InlineData(FaultKind.ReachExceeded, 400, "IllegalArgument")]
    [InlineData(FaultKind.NotManaged, 400, "IllegalArgument")]
    [InlineData(FaultKind.UserNameTaken, 409, "ResourceAlreadyExists")]
    [InlineData(FaultKind.IdTaken, 409, "ResourceAlreadyExists")]
    [InlineData(FaultKind.MembershipExists, 400, "IllegalArgument")]
    [InlineData(FaultKind.ScopeNotEmpty, 400, "IllegalArgument")]
    [InlineData(FaultKind.LastOwner, 400, "IllegalArgument")]
    [InlineData(FaultKind.AlreadyAnswered, 400, "IllegalArgument")]
    [InlineData(FaultKind.RepeatDiffers, 400, "IllegalArgument")]
    [InlineData(FaultKind.VersionChanged, 412, "PreconditionFailed")]
    [InlineData(FaultKind.InvitationEnded, 400, "IllegalArgument")]
    [InlineData(FaultKind.UserInactive, 400, "IllegalArgument")]
    public void A_fault_of_the_core_has_its_answer(FaultKind kind, int status, string type)
    {
        var refusal = WhyLabsFaults.Of(new Fault(kind, "what is wrong", "field", "some-id"));

        (refusal.Status, refusal.Type).ShouldBe((status, type));
        refusal.Message.ShouldNotBeNullOrEmpty();
        (refusal.Parameter is not null).ShouldBe(type == "ArgumentValue");
        (refusal.RetryAfter is not null).ShouldBe(status == 503);
    }

    [Theory]
    [InlineData(HttpFaultKind.NoCredential, 401, "Unauthorized")]
    [InlineData(HttpFaultKind.BadCredential, 403, "Forbidden")]
    [InlineData(HttpFaultKind.OtherAccount, 403, "Forbidden")]
    [InlineData(HttpFaultKind.UnknownPath, 404, null)]
    [InlineData(HttpFaultKind.MethodNotAllowed, 404, null)]
    [InlineData(HttpFaultKind.NotAcceptable, 404, null)]
    [InlineData(HttpFaultKind.UnsupportedMediaType, 404, null)]
    [InlineData(HttpFaultKind.BodyTooLarge, 413, "PayloadTooLarge")]
    [InlineData(HttpFaultKind.MalformedBody, 400, "ArgumentValue")]
    [InlineData(HttpFaultKind.UnknownRevision, 400, "ArgumentValue")]
    [InlineData(HttpFaultKind.TooManyRequests, 429, null)]
    [InlineData(HttpFaultKind.Unavailable, 503, "ServiceUnavailable")]
    [InlineData(HttpFaultKind.Internal, 500, "Internal")]
    public void A_fault_of_the_request_has_its_answer(HttpFaultKind kind, int status, string? type)
    {
        var refusal = WhyLabsFaults.Of(new HttpFault(kind));

        (refusal.Status, refusal.Type).ShouldBe((status, type));
        (refusal.Message is null).ShouldBe(status == 404);
        (refusal.RetryAfter is not null).ShouldBe(status is 429 or 503);
    }

    [Fact]
    public void There_is_no_fault_without_an_answer()
    {
        Tested(nameof(A_fault_of_the_core_has_its_answer)).ShouldBe(Enum.GetNames<FaultKind>(), ignoreOrder: true);
        Tested(nameof(A_fault_of_the_request_has_its_answer)).ShouldBe(Enum.GetNames<HttpFaultKind>(), ignoreOrder: true);
    }

    [Fact]
    public void An_unknown_user_is_called_as_the_operation_calls_them()
    {
        var unknown = new Fault(FaultKind.UnknownUser, "there is none", Id: "Eve@Example.com");

        WhyLabsFaults.Of(unknown, Missing.AccountUserEmail).ShouldBe(
            new Refusal(404, "ResourceNotFound", "Resource account user email with ID Eve@Example.com not found."));
        WhyLabsFaults.Of(unknown, Missing.User).ShouldBe(
            new Refusal(404, "UserNotFound", "Resource User. Additional information: e-mail domain Example.com"));
    }

    private static IEnumerable<string> Tested(string test) => typeof(FaultTests).GetMethod(test)!
        .GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
        .Select(attribute => ((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[0])
        .Select(kind => Enum.GetName(kind.ArgumentType, kind.Value!)!);
}
