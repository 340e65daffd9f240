using Roster.Core.Changes;
using Roster.Core.Values;

namespace Roster.Core.Storage;

/// <summary>Several who are told the same, one after the other.</summary>
public sealed class Followers(params IReadOnlyList<IFollower> all) : IFollower
{
    public void Applied(CommittedSet set)
    {
        foreach (var follower in all)
        {
            follower.Applied(set);
        }
    }

    public void Missed(AccountId account, long revision)
    {
        foreach (var follower in all)
        {
            follower.Missed(account, revision);
        }
    }
}
