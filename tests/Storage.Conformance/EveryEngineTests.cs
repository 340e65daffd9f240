using Roster.Tests.Storage.Conformance.Specs;

namespace Roster.Tests.Storage.Conformance;

public sealed class EveryEngineTests
{
    private static readonly IReadOnlyList<Type> Types = typeof(EveryEngineTests).Assembly.GetTypes();

    public static TheoryData<Type> Specs => [.. Types.Where(type => type.IsAbstract && type.BaseType == typeof(Spec))];

    [Theory]
    [MemberData(nameof(Specs))]
    public void A_spec_runs_on_every_engine(Type spec)
    {
        var engines = Types.Where(type => type.BaseType == typeof(StoreEngine)).Select(type => type.Namespace);

        Types.Where(type => type.BaseType == spec && type.IsSealed).Select(type => type.Namespace).ShouldBe(engines, ignoreOrder: true);
    }
}
