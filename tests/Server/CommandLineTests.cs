using Roster.Server.Composition;

namespace Roster.Tests.Server;

public sealed class CommandLineTests
{
    public static TheoryData<string, object?> Lines => new()
    {
        { "", new Serve() },
        { "--demo", new Serve(Demo: true) },
        { "--urls http://a;http://b --demo", new Serve("http://a;http://b", true) },
        { "--urls=http://a", new Serve("http://a") },
        { "--help", new ShowUsage() },
        { "store copy -h", new ShowUsage() },
        { "backup /backups/roster.db", new BackUp("/backups/roster.db") },
        { "store copy --from sqlite:a.db --to postgres://h/d?host=/run", new CopyStore("sqlite:a.db", "postgres://h/d?host=/run") },
        { "store copy --to=postgres:Host=h --from=sqlite:a.db", new CopyStore("sqlite:a.db", "postgres:Host=h") },
        { "store distribute", new DistributeStore() },
        { "--dmeo", null },
        { "--urls", null },
        { "backup", null },
        { "backup a b", null },
        { "backup a --demo", null },
        { "--demo backup a", null },
        { "store", null },
        { "store empty", null },
        { "store copy", null },
        { "store copy --from sqlite:a.db", null },
        { "store copy --to sqlite:a.db", null },
        { "store copy --from sqlite:a.db --to", null },
        { "store copy --from sqlite:a.db --to sqlite:b.db --demo", null },
        { "store copy --from sqlite:a.db --from --to sqlite:b.db", null },
        { "store distribute --from sqlite:a.db", null },
        { "store distribute --demo", null },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Arguments_are_one_command_or_make_no_sense(string line, object? command) =>
        CommandLine.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(command);
}
