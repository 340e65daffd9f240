using Roster.Core.Documents;
using Roster.Core.Scopes;
using Roster.Core.Users;

namespace Roster.Tests.Core.Documents;

/// <summary>What an account is to look like, said without a thought of how it gets there: lines that two states can be compared by.</summary>
internal static class Expected
{
    public static IReadOnlyList<string> Of(Taken taken) =>
    [
        .. taken.Users.Select(user => Line(user.Name, user.GivenName, user.Phone, user.Active)).Order(StringComparer.Ordinal),
        .. taken.Scopes.Select(scope => $"{scope.Id} {scope.Parent.Id} {scope.Name}").Order(StringComparer.Ordinal),
        .. taken.Memberships.Select(held => $"{held.User.Fold} in {held.Held.Scope}: {held.Held.Role} {held.Held.Until}").Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> After(Taken present, Document document, string account)
    {
        var users = Users(present, document, out var matched, out var emptied);
        var scopes = Scopes(present, document, account);
        return
        [
            .. users.Order(StringComparer.Ordinal),
            .. scopes.Values.Order(StringComparer.Ordinal),
            .. Memberships(present, document, matched, emptied, scopes).Order(StringComparer.Ordinal),
        ];
    }

    private static List<string> Users(
        Taken present, Document document, out Dictionary<User, WantedUser> matched, out HashSet<User> emptied)
    {
        var pairs = new Dictionary<User, WantedUser>();
        foreach (var wanted in document.Users.OrderBy(wanted => wanted.Id is null))
        {
            if (present.Users.Find(user => wanted.Id is { } id ? user.Id == id : user.Name.Fold == wanted.Name.Fold && !pairs.ContainsKey(user)) is { } found)
            {
                pairs.Add(found, wanted);
            }
        }

        matched = pairs;
        emptied = [.. pairs.Where(pair => pair.Key.Active && !pair.Value.Active.Or(true)).Select(pair => pair.Key)];
        return
        [
            .. document.Users.Select(wanted => pairs.FirstOrDefault(pair => pair.Value == wanted).Key is { } user
                ? Line(wanted.Name, wanted.Person.GivenName.Or(user.GivenName), wanted.Person.Phone.Or(user.Phone), wanted.Active.Or(user.Active))
                : Line(wanted.Name, wanted.Person.GivenName.Or(null), wanted.Person.Phone.Or(null), wanted.Active.Or(true))),
            .. present.Users.Where(user => !pairs.ContainsKey(user) && !document.Manages.Covers(user))
                .Select(user => Line(user.Name, user.GivenName, user.Phone, user.Active)),
        ];
    }

    private static Dictionary<ScopeId, string> Scopes(Taken present, Document document, string account)
    {
        var wanted = document.Scopes.ToDictionary(scope => scope.Id);
        var gone = present.Scopes.Where(scope => !wanted.ContainsKey(scope.Id) && document.Manages.Covers(scope.Id)).Select(scope => scope.Id).ToHashSet();
        gone.UnionWith(present.Scopes.Where(scope => gone.Contains(scope.Parent)).Select(scope => scope.Id).ToList());
        var after = present.Scopes.Where(scope => !gone.Contains(scope.Id))
            .ToDictionary(scope => scope.Id, scope => $"{scope.Id} {scope.Parent.Id} {wanted.GetValueOrDefault(scope.Id)?.Name.Or(scope.Name) ?? scope.Name}");
        foreach (var scope in document.Scopes)
        {
            after.TryAdd(scope.Id, $"{scope.Id} {scope.Group.Or(account)} {scope.Name.Or("")}");
        }

        return after;
    }

    private static List<string> Memberships(
        Taken present, Document document, Dictionary<User, WantedUser> matched, HashSet<User> emptied, Dictionary<ScopeId, string> scopes)
    {
        var after = new Dictionary<(string Fold, ScopeId Scope), string>();
        foreach (var (_, held) in present.Memberships)
        {
            var user = present.Users.Single(user => user.Id.Value == held.Member.Id);
            var stays = held.Scope.Kind == ScopeKind.Account || scopes.ContainsKey(held.Scope);
            if (stays && !emptied.Contains(user) && (matched.ContainsKey(user) || !document.Manages.Covers(user)))
            {
                var fold = matched.GetValueOrDefault(user)?.Name.Fold ?? user.Name.Fold;
                var wanted = document.Memberships.FirstOrDefault(wanted => UserName.FoldOf(wanted.User) == fold && wanted.In == held.Scope);
                if (wanted is not null || !document.Manages.Covers(held.Scope))
                {
                    after.Add((fold, held.Scope), $"{wanted?.Role ?? held.Role} {(wanted is null ? held.Until : wanted.Until.Or(held.Until))}");
                }
            }
        }

        foreach (var wanted in document.Memberships)
        {
            after.TryAdd((UserName.FoldOf(wanted.User), wanted.In), $"{wanted.Role} {wanted.Until.Or(null)}");
        }

        return [.. after.Select(held => $"{held.Key.Fold} in {held.Key.Scope}: {held.Value}")];
    }

    private static string Line(UserName name, string? given, string? phone, bool active) => $"{name.Given} {given ?? "-"} {phone ?? "-"} {active}";
}
