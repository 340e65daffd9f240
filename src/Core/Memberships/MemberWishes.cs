namespace Roster.Core.Memberships;

/// <summary>Who is to be in a group and who is not, by id; nobody is in both.</summary>
/// <param name="OthersStay">False where the group is to have nobody but those added.</param>
public sealed record MemberWishes(IReadOnlyCollection<string> Add, IReadOnlyCollection<string> Remove, bool OthersStay = true)
{
    /// <summary>Everybody stays as they are.</summary>
    public static readonly MemberWishes None = new([], []);

    internal IEnumerable<string> Named => Add.Concat(Remove);

    public static MemberWishes Exactly(IReadOnlyCollection<string> members) => new(members, [], OthersStay: false);
}
