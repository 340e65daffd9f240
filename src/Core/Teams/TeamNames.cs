using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Teams;

/// <summary>For doors at which no two teams have one name, whatever its case. Other doors may have made such.</summary>
internal static class TeamNames
{
    /// <summary>Those of the name and some that only begin alike.</summary>
    public static async ValueTask<List<Scope>> NamesakesAsync(this IReads reads, string name) =>
        await Slices.AllAsync(page => reads.FindTeamsAsync(TeamSearch.Named(name), page));

    public static bool IsOne(string name, string other) => UserName.FoldOf(name) == UserName.FoldOf(other);

    public static Fault? Taken(string name, IEnumerable<Scope> namesakes) => namesakes.Any(team => IsOne(team.Name, name))
        ? new Fault(FaultKind.TeamNameTaken, $"There is a team '{name}' already.", "name", name)
        : null;
}
