using Roster.Core.Scopes;

namespace Roster.Core.Documents;

/// <summary>How far a plan reaches, for whoever has to say yes to it.</summary>
/// <param name="Removals">Users, memberships and scopes that it lists as removed, and users that it deactivates.</param>
/// <param name="MembershipsEnded">Those it lists, and those that end with their scope or user.</param>
/// <param name="KeysRevoked">Keys that end with their owner.</param>
/// <param name="MembersTouched">Users that are there now and change, or gain, change or lose a role.</param>
/// <param name="MembersTouchedPercent">Of all users that are there now.</param>
/// <param name="LosesLastAdmin">Scopes that stay, and where nobody has a role of level admin any more.</param>
public sealed record Reach(
    int Creates,
    int Changes,
    int Removals,
    int UsersDeactivated,
    int MembershipsEnded,
    int KeysRevoked,
    int MembersTouched,
    int MembersTouchedPercent,
    IReadOnlyList<ScopeId> LosesLastAdmin)
{
    /// <summary>What a person should not overlook, a sentence each.</summary>
    public IReadOnlyList<string> Summary => [.. Sentences().OfType<string>()];

    private IEnumerable<string?> Sentences()
    {
        foreach (var kind in LosesLastAdmin.GroupBy(scope => scope.Kind).OrderBy(kind => kind.Key))
        {
            yield return kind.Key == ScopeKind.Account
                ? "removes the last admin of the account"
                : $"removes the last admin of {Counted(kind.Count(), kind.Key.ToString().ToLowerInvariant())}";
        }

        yield return UsersDeactivated > 0 ? $"deactivates {Counted(UsersDeactivated, "user")}" : null;
        yield return MembershipsEnded > 0 ? $"ends {Counted(MembershipsEnded, "membership")}" : null;
        yield return KeysRevoked > 0 ? $"revokes {Counted(KeysRevoked, "key")}" : null;
        yield return MembersTouched == 0 ? null
            : MembersTouchedPercent == 0 ? "touches less than 1 % of members"
            : $"touches {MembersTouchedPercent} % of members";
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
