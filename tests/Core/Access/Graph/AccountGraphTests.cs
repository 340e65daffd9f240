using Roster.Core.Access.Graph;
using Roster.Core.Changes;
using Roster.Core.Values;

namespace Roster.Tests.Core.Access.Graph;

public sealed class AccountGraphTests
{
    private static readonly AccountId Account = new("org-1");

    /// <summary>Whenever it is looked at, somebody writes; if they have to wait, they write afterwards.</summary>
    [Fact]
    public void Whoever_looks_sees_one_revision_in_the_end_however_often_others_write()
    {
        var data = new GraphData(Account);
        data.AddUser("ada"u8, active: true);
        var graph = new AccountGraph(data, "epoch", 0, default);
        var (looks, writers) = (0, new List<Thread>());

        var seen = graph.Look(() => 0, graph, (ref _, asked) => Disturb(asked), out var revision);

        seen.ShouldBe(revision);
        writers.ForEach(writer => writer.Join());
        graph.Revision.ShouldBeGreaterThan(revision);

        long Disturb(AccountGraph asked)
        {
            (++looks).ShouldBeLessThan(1_000);
            var before = asked.Revision;
            var writer = new Thread(() => asked.TryApply(new(Account, before + 1, default, "server", Door.Native, [new UserActivated(new("ada"))])));
            writer.Start();
            writers.Add(writer);
            writer.Join(TimeSpan.FromMilliseconds(200));
            return before;
        }
    }
}
