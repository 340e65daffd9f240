using System.Text;
using Roster.Core.Access.Graph;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Core.Access.Graph;

public sealed class ScopesOfKindTests
{
    private const int Scopes = 10_000;

    /// <summary>More than are looked at at once.</summary>
    [Fact]
    public void All_that_live_are_found_in_the_order_of_their_ids()
    {
        var data = new GraphData(new AccountId("org-1"));
        for (var i = Scopes - 1; i >= 0; i--)
        {
            var scope = data.AddScope(i % 2 == 0 ? ScopeId.Group(Id(i)) : ScopeId.Organization(Id(i)), data.Account);
            if (i % 5 == 0)
            {
                data.EndScope(scope);
            }
        }

        var graph = new AccountGraph(data, "epoch", 1, default);
        var expected = Enumerable.Range(0, Scopes).Where(i => i % 2 == 0 && i % 5 != 0).Select(Id).ToList();

        Next(graph, "", Scopes).ShouldBe(expected);
        Next(graph, expected[2_999], 500).ShouldBe(expected[3_000..3_500]);
    }

    private static string Id(int i) => $"org-{i:D5}";

    private static IReadOnlyList<string> Next(AccountGraph graph, string after, int limit) =>
        new ScopesOfKind(graph, () => 0, (byte)ScopeKind.Group, Encoding.UTF8.GetBytes(after), limit).Next();
}
