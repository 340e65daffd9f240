using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Core.Scopes;

public sealed class ScopeRulesTests
{
    public static TheoryData<string?, string?> Services => new()
    {
        { null, null },
        { "google_sheets", null },
        { new string('x', Text.MaxName), null },
        { new string('x', Text.MaxName + 1), "must be at most 1024 characters long" },
        { "", "must not be empty" },
        { " ", "must not be empty" },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_is_a_bounded_name_or_none(string? service, string? problem)
    {
        var fault = ScopeRules.CheckService(service);

        fault?.Message.ShouldBe(problem);
        (fault is null).ShouldBe(problem is null);
        (fault?.Field ?? "service").ShouldBe("service");
    }
}
