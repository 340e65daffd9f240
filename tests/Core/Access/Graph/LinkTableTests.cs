using Roster.Core.Access.Graph;

namespace Roster.Tests.Core.Access.Graph;

public sealed class LinkTableTests
{
    private const int Members = 40;
    private const int Scopes = 25;

    [Fact]
    public void It_holds_what_a_dictionary_holds_and_lists_it_by_both_ends()
    {
        var random = new Random(1);
        var table = new LinkTable();
        var expected = new Dictionary<(int Member, int Scope), (int Role, long? End)>();
        int[] ofMember = [.. Enumerable.Repeat(Link.None, Members)], inScope = [.. Enumerable.Repeat(Link.None, Scopes)];
        for (var step = 0; step < 20_000; step++)
        {
            var (member, scope, role) = (random.Next(Members), random.Next(Scopes), random.Next(5));
            long? end = random.Next(2) == 0 ? null : random.Next(1, 1_000);
            var found = table.Find(member, scope);
            (found != Link.None).ShouldBe(expected.ContainsKey((member, scope)));
            if (found == Link.None)
            {
                table.Add(member, scope, role, end, ref ofMember[member], ref inScope[scope]);
                expected[(member, scope)] = (role, end);
            }
            else if (random.Next(3) == 0)
            {
                table.Change(found, role, end);
                expected[(member, scope)] = (role, end);
            }
            else
            {
                table.Remove(found, ref ofMember[member], ref inScope[scope]);
                expected.Remove((member, scope));
            }

            if (step % 500 == 0)
            {
                Compare();
            }
        }

        Compare();

        void Compare()
        {
            table.Count.ShouldBe(expected.Count);
            for (var member = 0; member < Members; member++)
            {
                Along(ofMember[member], link => link.NextOfMember).ShouldBe(expected.Where(held => held.Key.Member == member), ignoreOrder: true);
            }

            for (var scope = 0; scope < Scopes; scope++)
            {
                Along(inScope[scope], link => link.NextInScope).ShouldBe(expected.Where(held => held.Key.Scope == scope), ignoreOrder: true);
            }
        }

        List<KeyValuePair<(int, int), (int, long?)>> Along(int first, Func<Link, int> next)
        {
            var links = new List<KeyValuePair<(int, int), (int, long?)>>();
            for (var at = first; at != Link.None; at = next(table[at]))
            {
                var link = table[at];
                links.Add(new((link.Member, link.Scope), (link.Role, link.End == 0 ? null : table.EndOf(at))));
            }

            return links;
        }
    }
}
