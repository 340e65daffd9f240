using System.Text;
using Roster.Core.Access.Graph;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Core.Access.Graph;

/// <summary>Alone in the process: the memory of all is counted.</summary>
[CollectionDefinition(nameof(GraphMemoryTests), DisableParallelization = true)]
[Collection(nameof(GraphMemoryTests))]
public sealed class GraphMemoryTests
{
    private const int Users = 50_000;
    private const int Each = 10;
    private const int Groups = 500;

    /// <summary>With the users' ids in it, as long as those that are made here.</summary>
    [Fact]
    public void A_membership_takes_at_most_48_bytes()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var graph = Make();
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;

        graph.Data.Memberships.ShouldBe(Users * Each);
        ((double)taken / (Users * Each)).ShouldBeInRange(25, 48);

        // What it says of itself is what there is room made for.
        ((double)graph.Bytes / taken).ShouldBeInRange(0.8, 1.25);
        GC.KeepAlive(graph);
    }

    private static AccountGraph Make()
    {
        var data = new GraphData(new AccountId("org-1"));
        for (var i = 0; i < Groups; i++)
        {
            data.Scope((int)ScopeKind.Group, Id("group-", i), (int)ScopeKind.Account, "org-1"u8);
        }

        for (var i = 0; i < Users; i++)
        {
            data.User(Id("user-", i), active: true);
        }

        for (var i = 0; i < Users * Each; i++)
        {
            var (user, group) = (i / Each, ((i / Each * 7) + (i % Each * 31)) % Groups);
            data.Membership((int)ScopeKind.Group, Id("group-", group), MemberKind.User, Id("user-", user), "Edit Destination"u8, null);
        }

        return new(data, "epoch", 1, default);
    }

    private static byte[] Id(string prefix, int i) => Encoding.ASCII.GetBytes($"{prefix}{i:D21}");
}
