using System.Text;
using Roster.Core.Access.Graph;
using Roster.Core.Changes;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Core.Access.Graph;

public sealed class CandidatesTests
{
    private const int Users = 15_000;
    private const int Now = 1_000;

    /// <summary>More are in the group and in the account than are looked at without looking up.</summary>
    [Fact]
    public void All_who_may_are_found_in_a_place_of_many_members()
    {
        var data = new GraphData(new AccountId("org-1"));
        var (group, team) = (data.AddScope(ScopeId.Group("group-1"), data.Account), data.AddScope(ScopeId.Team("team-1"), data.Account));
        var role = data.RoleNames.NumberOf("Edit Destination");
        var expected = new List<string>();
        for (var i = 0; i < Users; i++)
        {
            var id = $"user-{i:D5}";
            var user = GraphData.OfUser(data.AddUser(Encoding.UTF8.GetBytes(id), active: i % 7 != 0));
            var (place, end) = (i % 5 == 0 ? data.Account : i % 2 == 0 ? group : team, i % 3 == 0 ? Now : (long?)null);
            data.Give(user, place, role, end is { } at ? new Instant(at) : null);
            if (i % 7 != 0 && end is null)
            {
                expected.Add(id);
            }
        }

        data.Give(GraphData.OfTeam(team), group, role, null);
        var graph = new AccountGraph(data, "epoch", 1, default);

        Find(graph, group, teams: false, "").ShouldBe(expected);
        Find(graph, group, teams: true, "").ShouldBe(["team-1"]);
        Find(graph, group, teams: false, expected[4_999], 100).ShouldBe(expected[5_000..5_100]);
    }

    /// <summary>The time is asked for each membership that has an end: somebody writes after each 10,000 of them.</summary>
    [Fact]
    public void Who_writes_meanwhile_does_not_make_it_begin_again_and_again()
    {
        var data = new GraphData(new AccountId("org-1"));
        var group = data.AddScope(ScopeId.Group("group-1"), data.Account);
        for (var i = 0; i < Users * 4; i++)
        {
            var user = GraphData.OfUser(data.AddUser(Encoding.UTF8.GetBytes($"user-{i:D5}"), active: true));
            if (i % 4 == 0)
            {
                data.Give(user, group, data.RoleNames.NumberOf("Edit Destination"), new Instant(Now + 1));
            }
        }

        var graph = new AccountGraph(data, "epoch", 1, default);
        var asked = 0;

        new Candidates(graph, AskTime, "write", "group", teams: false, [], Users).Find(group).Count.ShouldBe(Users);

        long AskTime()
        {
            (++asked).ShouldBeLessThan(Users * 100);
            if (asked % 10_000 == 0)
            {
                graph.TryApply(new(new("org-1"), graph.Revision + 1, default, "server", Door.Native, [new UserActivated(new("user-00001"))])).ShouldBeTrue();
            }

            return Now;
        }
    }

    private static IReadOnlyList<string> Find(AccountGraph graph, int scope, bool teams, string after, int limit = Users) =>
        new Candidates(graph, () => Now, "write", "group", teams, Encoding.UTF8.GetBytes(after), limit).Find(scope);
}
