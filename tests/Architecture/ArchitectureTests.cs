namespace Roster.Tests.Architecture;

public sealed class ArchitectureTests
{
    public static TheoryData<string> EveryRoom => [.. Rooms.All];

    public static TheoryData<string> EveryDialect => [.. Rooms.Dialects];

    [Theory]
    [MemberData(nameof(EveryRoom))]
    public void A_room_references_exactly_the_rooms_it_may(string room)
    {
        Rooms.ReferencesOf(room).ShouldBe(AllowedEdges(room), ignoreOrder: true);
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Sdk")]
    public void It_has_no_package_but_analyzers_and_no_framework(string room)
    {
        Rooms.PackagesOf(room).ShouldAllBe(package => package.EndsWith("Analyzers", StringComparison.Ordinal));
        Rooms.FrameworksOf(room).ShouldBeEmpty();
    }

    [Fact]
    public void Core_knows_no_web_no_json_and_no_database()
    {
        string[] forbidden =
            ["Microsoft.AspNetCore", "Microsoft.Extensions", "System.Net.Http", "System.Text.Json", "System.Data", "Microsoft.Data", "SQLite", "Npgsql"];

        Rooms.AssembliesUsedBy("Core")
            .Where(assembly => forbidden.Any(prefix => assembly.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(EveryDialect))]
    public void A_dialect_knows_no_other_dialect(string dialect)
    {
        var others = Rooms.Dialects.Where(other => other != dialect).ToList();

        Rooms.AssembliesUsedBy(dialect).Intersect(others.Select(other => $"Roster.{other}")).ShouldBeEmpty();
        Rooms.CodeOf(dialect)
            .Where(file => others.Any(File.ReadAllText(file).Contains))
            .ShouldBeEmpty();
    }

    private static string[] AllowedEdges(string room) => room switch
    {
        "Core" or "Sdk" => [],
        "Storage" or "Http" => ["Core"],
        "Server" => ["Core", "Storage", "Http", .. Rooms.Dialects],
        "Sdk.DependencyInjection" or "Cli" or "Console" => ["Sdk"],
        _ when Rooms.Dialects.Contains(room) => ["Http"],
        _ => throw new InvalidOperationException($"src/{room} is not a room of the design: add it there, then here."),
    };
}
