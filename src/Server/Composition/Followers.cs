using Roster.Core.Changes;
using Roster.Core.Storage;

namespace Roster.Server.Composition;

/// <summary>Everyone who is told of committed sets, in this order.</summary>
internal sealed class Followers(params IReadOnlyList<IFollower> all) : IFollower
{
    public void Applied(CommittedSet set)
    {
        foreach (var follower in all)
        {
            follower.Applied(set);
        }
    }
}
