using System.Reflection;
using Xunit.v3;

namespace Roster.Tests.Sdk.Contract;

/// <summary>The rows of a dialect's own contract tests.</summary>
internal static class CaseList
{
    /// <summary>Each row of each theory whose parameters are of these types, with the name of its test.</summary>
    /// <param name="within">A type of the tests' assembly and namespace.</param>
    public static IEnumerable<(string Test, object?[] Row)> Of(Type within, params Type[] parameters) =>
        from test in within.Assembly.GetTypes()
        where test.Namespace == within.Namespace && !test.IsAbstract
        from method in test.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters)
        from data in method.GetCustomAttributes().OfType<DataAttribute>()
        from row in Rows(test, data)
        select ($"{test.Name}.{method.Name}", row);

    private static IEnumerable<object?[]> Rows(Type test, DataAttribute data) => data switch
    {
        InlineDataAttribute inline => [inline.Data],
        MemberDataAttribute member => ((IEnumerable<ITheoryDataRow>)test.GetProperty(member.MemberName)!.GetValue(null)!).Select(row => row.GetData()),
        _ => throw new InvalidOperationException($"{test} has rows of another kind: {data}."),
    };
}
