using System.Reflection;
using Roster.Sdk.Fivetran;

namespace Roster.Tests.Sdk;

/// <summary>The operations of the two contracts are all there, and each is called by its name in a test.</summary>
public sealed class NamedOperationTests
{
    [Theory]
    [InlineData(typeof(UserManagement), 16)]
    [InlineData(typeof(Roster.Sdk.WhyLabs.Account), 10)]
    public void Every_operation_is_called_by_name(Type service, int operations)
    {
        var names = service.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name).ToList();
        var tests = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Sdk"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/")).Select(File.ReadAllText));

        var page = Repository.Lines("docs/sdk.md");

        names.Count.ShouldBe(operations);
        names.Where(name => !page.Any(line => line.EndsWith($"| `{name}` |", StringComparison.Ordinal))).ShouldBeEmpty();
        names.Where(name => !tests.Contains($".{name}(", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
