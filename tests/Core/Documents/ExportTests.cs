using Roster.Core.Documents;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Storage.Sqlite;
using Roster.Testing;

namespace Roster.Tests.Core.Documents;

public sealed class ExportTests
{
    private const int Crowd = 2_100;

    [Fact]
    public async Task The_members_of_large_places_come_in_the_order_of_small_ones()
    {
        await using var server = await RosterServer.StartAsync(new ServerOptions { Synchronous = SqliteSynchronous.Off });
        var account = await server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada");
        var names = Enumerable.Range(0, Crowd).Select(i => $"u{i * 7_919 % 10_000:0000}").ToList();
        var written = new Written(Manages.Nothing).Group("warehouse", "Warehouse").Group("yard", "Yard").Team("night", "Night")
            .TeamMember("night", account.Scope, "Account Reviewer").TeamMember("night", ScopeId.Group("warehouse"), "View Destination");
        foreach (var name in names)
        {
            written.User(name).Member(name, account.Scope, "Account Reviewer").Member(name, ScopeId.Team("night"), "Team Member");
        }

        names.ForEach(name => written.Member(name, ScopeId.Group("warehouse"), "View Destination"));
        written.Member(names[7], ScopeId.Group("yard"), "View Destination");
        var plan = (await server.Get<MakePlan>().RunAsync(account.Caller, new(written.Document, []), CancellationToken.None)).Value;
        (await server.Get<ApplyPlan>().RunAsync(account.Caller, plan, CancellationToken.None)).Value.Applied.ShouldBe((4 * Crowd) + 6);

        var (small, large) = (await ExportAsync(int.MaxValue), await ExportAsync(1));

        large.Users.ShouldBe(small.Users);
        large.Memberships.ShouldBe(small.Memberships);
        large.TeamMemberships.ShouldBe(small.TeamMemberships);
        large.Memberships.Count.ShouldBe((3 * Crowd) + 2);
        large.Memberships.Select(held => (held.Held.Scope.Kind, held.Held.Scope.Id, held.User.Fold)).ShouldBeInOrder();

        async Task<Taken> ExportAsync(int mostSorted)
        {
            var taken = new Taken();
            var export = new ExportDocument(server.Get<IStore>()) { MostSorted = mostSorted };
            (await export.RunAsync(account.Caller, taken, CancellationToken.None)).Fault.ShouldBeNull();
            return taken;
        }
    }
}
