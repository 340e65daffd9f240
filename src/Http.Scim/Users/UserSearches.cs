using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Groups;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Users;

/// <summary>Chooses what an index can do for a filter: of all that has to be true, what finds the fewest.</summary>
internal static class UserSearches
{
    private static readonly ScimAttribute Manager = UserSchema.Manager.Value!;

    public static ListPlan<UserSearch> Plan(Filter? filter, string account)
    {
        var best = filter.Needed()
            .Select(test => (Test: test, Rank: RankOf(test)))
            .Where(ranked => ranked.Rank > 0)
            .OrderBy(ranked => ranked.Rank)
            .Select(ranked => ranked.Test)
            .FirstOrDefault();
        if (best is null || Of(best, account) is not { } search)
        {
            return new(UserSearch.Everyone, IsExact: filter is null, IsNarrow: false);
        }

        var isWhole = ReferenceEquals(filter, best) && best.Path.Attribute == UserSchema.Active;
        return new(search, IsExact: isWhole, IsNarrow: !search.IsByPage);
    }

    /// <summary>The lower, the fewer are found; 0 where no index serves.</summary>
    private static int RankOf(Test test) => (test.Operator, test.Literal) switch
    {
        (Operator.Equal, TextLiteral) => Ranks.GetValueOrDefault(test.Path.Leaf),
        (Operator.StartsWith, TextLiteral { Folded.Length: > 0 }) when test.Path.Leaf != CommonAttributes.Id && test.Path.Leaf != UserSchema.Groups.Value && test.Path.Leaf != Manager =>
            Ranks.GetValueOrDefault(test.Path.Leaf) is > 0 and var rank ? 20 + rank : 0,
        (Operator.Greater or Operator.GreaterOrEqual or Operator.Equal, TimeLiteral) when test.Path.Leaf == CommonAttributes.Created => 50,
        (Operator.Equal, FlagLiteral) when test.Path.Leaf == UserSchema.Active => 60,
        _ => 0,
    };

    private static readonly Dictionary<ScimAttribute, int> Ranks = new()
    {
        [CommonAttributes.Id] = 1,
        [UserSchema.UserName] = 2,
        [UserSchema.ExternalId] = 3,
        [UserSchema.EmployeeNumber] = 4,
        [UserSchema.Emails.Value!] = 5,
        [UserSchema.DisplayName] = 6,
        [Manager] = 7,
        [UserSchema.FamilyName] = 8,
        [UserSchema.GivenName] = 9,
        [UserSchema.Groups.Value!] = 10,
    };

    private static UserSearch? Of(Test test, string account)
    {
        var (leaf, begins) = (test.Path.Leaf, test.Operator == Operator.StartsWith);
        return test.Literal switch
        {
            FlagLiteral flag => UserSearch.Active(flag.Flag),
            TimeLiteral time => UserSearch.CreatedSince(ScimTimes.ToInstant(time.Nanoseconds)),
            TextLiteral text when leaf == UserSchema.UserName => begins ? UserSearch.NameBegins(text.Folded) : UserSearch.Named(text.Folded),
            TextLiteral text => OfText(leaf, text.Given, begins, account),
            _ => null,
        };
    }

    private static UserSearch? OfText(ScimAttribute leaf, string text, bool begins, string account)
    {
        if (leaf == CommonAttributes.Id)
        {
            return UserSearch.Id(new UserId(text));
        }

        if (leaf == UserSchema.Groups.Value)
        {
            return GroupIds.Parse(new AccountId(account), text) is { } group ? UserSearch.RoleGroup(group.Scope, group.Level) : UserSearch.Team(text);
        }

        if (TermKindOf(leaf) is { } kind)
        {
            return begins ? UserSearch.TermBegins(UserTerm.Of(kind, text)) : UserSearch.Term(UserTerm.Of(kind, text));
        }

        return (leaf.Name, begins) switch
        {
            ("externalId", false) => UserSearch.ExternalId(text),
            ("externalId", true) => UserSearch.ExternalIdBegins(text),
            ("displayName", false) => UserSearch.DisplayName(text),
            ("displayName", true) => UserSearch.DisplayNameBegins(text),
            ("familyName", false) => UserSearch.FamilyName(text),
            ("familyName", true) => UserSearch.FamilyNameBegins(text),
            ("givenName", false) => UserSearch.GivenName(text),
            ("givenName", true) => UserSearch.GivenNameBegins(text),
            _ => null,
        };
    }

    private static TermKind? TermKindOf(ScimAttribute leaf) =>
        leaf == UserSchema.Emails.Value ? TermKind.Email
        : leaf == UserSchema.EmployeeNumber ? TermKind.EmployeeNumber
        : leaf == Manager ? TermKind.Manager
        : null;
}
