using Roster.Core.Values;

namespace Roster.Core.Users;

/// <summary>What a profile can be found by. The numbers are stored.</summary>
public enum TermKind
{
    Email = 1,
    EmployeeNumber = 2,
    Manager = 3,
}

/// <summary>Something in a profile that users are looked for by, as an index has it.</summary>
/// <param name="Value">A <see cref="SearchKey"/>.</param>
public readonly record struct UserTerm(TermKind Kind, string Value)
{
    /// <summary>A manager is an id, and so is exact.</summary>
    public static UserTerm Of(TermKind kind, string text) =>
        new(kind, kind == TermKind.Manager ? SearchKey.Exact(text) : SearchKey.Of(text) ?? "");
}

/// <summary>A document about a user that one door makes and reads, opaque to all others, with what it can be found by.</summary>
/// <param name="Terms">Each once, none empty.</param>
public sealed record UserProfile(string Text, IReadOnlyList<UserTerm> Terms)
{
    public bool Equals(UserProfile? other) => other is not null && Text == other.Text && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
