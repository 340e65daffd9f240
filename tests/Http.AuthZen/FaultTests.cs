using Roster.Core.Outcomes;
using Roster.Http;
using Roster.Http.AuthZen;

namespace Roster.Tests.Http.AuthZen;

public sealed class FaultTests
{
    public static TheoryData<FaultKind> OfTheCore => [.. Enum.GetValues<FaultKind>()];

    public static TheoryData<HttpFaultKind> OfTheRequest => [.. Enum.GetValues<HttpFaultKind>()];

    [Theory, MemberData(nameof(OfTheCore))]
    public void Every_fault_of_the_core_has_its_answer(FaultKind kind)
    {
        var refusal = AuthZenFaults.Of(new Fault(kind, "is not so", "a.field"));

        refusal.Status.ShouldBe(kind switch
        {
            FaultKind.InvalidValue or FaultKind.RoleNotAssignable => 400,
            FaultKind.KeyNotValid => 401,
            FaultKind.NotPermitted or FaultKind.OwnRole or FaultKind.AboveActor or FaultKind.StrongerKey => 403,
            FaultKind.NotManaged => 404,
            _ => kind.ToString().StartsWith("Unknown", StringComparison.Ordinal) ? 404 : 409,
        });
        refusal.Message.ShouldNotBeNullOrEmpty();
        (refusal.RetryAfter is not null).ShouldBe(refusal.Status == 503);
    }

    [Theory, MemberData(nameof(OfTheRequest))]
    public void Every_fault_of_a_request_has_its_answer(HttpFaultKind kind)
    {
        var refusal = AuthZenFaults.Of(new HttpFault(kind));

        refusal.Status.ShouldBe(kind switch
        {
            HttpFaultKind.NoCredential or HttpFaultKind.BadCredential or HttpFaultKind.OtherAccount => 401,
            HttpFaultKind.UnknownPath => 404,
            HttpFaultKind.MethodNotAllowed => 405,
            HttpFaultKind.NotAcceptable => 406,
            HttpFaultKind.BodyTooLarge => 413,
            HttpFaultKind.TooManyRequests => 429,
            HttpFaultKind.Internal => 500,
            HttpFaultKind.Unavailable => 503,
            _ => 400,
        });
        (refusal.RetryAfter is not null).ShouldBe(refusal.Status is 429 or 503);
    }

    [Fact]
    public void A_member_is_named_in_the_message_and_beside_it() =>
        AuthZenFaults.Of(Fault.Invalid("subject.id", "is required")).ShouldBe(new Refusal(400, "subject.id is required", "subject.id"));
}
