using Roster.Core.Outcomes;
using Roster.Http;
using Roster.Http.Scim;

namespace Roster.Tests.Http.Scim;

public sealed class FaultTests
{
    public static TheoryData<FaultKind> EveryFault => [.. Enum.GetValues<FaultKind>()];

    public static TheoryData<HttpFaultKind> EveryHttpFault => [.. Enum.GetValues<HttpFaultKind>()];

    [Theory]
    [MemberData(nameof(EveryFault))]
    public void Every_fault_of_the_core_has_an_answer(FaultKind kind)
    {
        var error = ScimFaults.Of(new Fault(kind, "What is wrong.", "field", "some-id"));
        error.Status.ShouldBeInRange(400, 503);
        error.Detail.ShouldNotBeNullOrWhiteSpace();
        (error.RetryAfter is not null).ShouldBe(error.Status == 503);
    }

    [Theory]
    [InlineData(FaultKind.InvalidValue, 400, "invalidValue")]
    [InlineData(FaultKind.KeyNotValid, 401, null)]
    [InlineData(FaultKind.NotPermitted, 403, null)]
    [InlineData(FaultKind.AboveActor, 403, null)]
    [InlineData(FaultKind.UnknownUser, 404, null)]
    [InlineData(FaultKind.UnknownTeam, 404, null)]
    [InlineData(FaultKind.UserNameTaken, 409, "uniqueness")]
    [InlineData(FaultKind.TeamNameTaken, 409, "uniqueness")]
    [InlineData(FaultKind.LastOwner, 409, null)]
    [InlineData(FaultKind.VersionChanged, 412, null)]
    public void Faults_that_clients_tell_apart(FaultKind kind, int status, string? type)
    {
        var error = ScimFaults.Of(new Fault(kind, "What is wrong.", "userName"));
        (error.Status, error.Type).ShouldBe((status, type));
    }

    [Theory]
    [MemberData(nameof(EveryHttpFault))]
    public void Every_fault_of_the_request_has_an_answer(HttpFaultKind kind)
    {
        var error = ScimFaults.Of(new HttpFault(kind));
        error.Status.ShouldBeInRange(400, 503);
        error.Detail.ShouldNotBeNullOrWhiteSpace();
        (error.RetryAfter is not null).ShouldBe(kind is HttpFaultKind.TooManyRequests or HttpFaultKind.Unavailable);
    }
}
