using Roster.Core.Access;

namespace Roster.Bench.Micro;

/// <summary>The yardstick: what an application would write for itself, which knows no role, no end, no team and no other shape of places.</summary>
internal sealed class ByHand
{
    private readonly Dictionary<string, HashSet<string>> _groupsOfUser = [];
    private readonly Dictionary<string, string> _groupOfConnector = [];

    public ByHand(int users, int each)
    {
        for (var group = 0; group < LargeAccount.Groups; group++)
        {
            _groupOfConnector.Add(LargeAccount.ConnectorAt(group), LargeAccount.GroupAt(group).Id);
        }

        for (var user = 0; user < users; user++)
        {
            _groupsOfUser.Add(
                LargeAccount.UserAt(user),
                [.. Enumerable.Range(0, each).Select(nth => _groupOfConnector[LargeAccount.ConnectorAt(LargeAccount.GroupOf(user, nth))])]);
        }
    }

    public int Ask(AccessQuestion[] questions)
    {
        var yes = 0;
        foreach (var question in questions)
        {
            yes += _groupsOfUser.TryGetValue(question.Subject.Id, out var groups)
                && _groupOfConnector.TryGetValue(question.Resource.Id, out var group)
                && groups.Contains(group) ? 1 : 0;
        }

        return yes;
    }
}
