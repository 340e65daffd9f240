using Roster.Core.Memberships;

namespace Roster.Core.Access.Subjects;

/// <summary>How an account wants to be asked.</summary>
/// <param name="SubjectTypes">By name.</param>
/// <param name="ShowsReasons">Decisions come with why.</param>
public sealed record AccessSettings(IReadOnlyList<SubjectType> SubjectTypes, bool ShowsReasons)
{
    /// <summary>Of an account that has said nothing.</summary>
    public static readonly AccessSettings Default = new(
        [new("team", MemberKind.Team, SubjectIdentifier.Id), new("user", MemberKind.User, SubjectIdentifier.Id)], ShowsReasons: false);

    public SubjectType? Find(string name)
    {
        // By index, since an enumerator would have to be made for every check.
        for (var i = 0; i < SubjectTypes.Count; i++)
        {
            if (SubjectTypes[i].Name == name)
            {
                return SubjectTypes[i];
            }
        }

        return null;
    }

    public bool Equals(AccessSettings? other) =>
        other is not null && ShowsReasons == other.ShowsReasons && SubjectTypes.SequenceEqual(other.SubjectTypes);

    public override int GetHashCode() => HashCode.Combine(SubjectTypes.Count, ShowsReasons);
}

/// <summary>The settings and their version; none where the account has never said any.</summary>
public sealed record KeptAccessSettings(AccessSettings Settings, long ChangedIn);
