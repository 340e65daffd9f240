using Roster.Core.Documents;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;

namespace Roster.Tests.Core.Documents;

/// <summary>What an account is to look like, said without a thought of how it gets there: lines that two states can be compared by.</summary>
internal static class Expected
{
    /// <summary>The same for all names of one member.</summary>
    public static string KeyOf(MemberName member) => member.IsTeam ? $"team {member.Text}" : UserName.FoldOf(member.Text);

    public static IReadOnlyList<string> Of(Taken taken) =>
    [
        .. taken.Roles.Select(Line).Order(StringComparer.Ordinal),
        .. taken.Users.Select(user => Line(user.Name, user.GivenName, user.Phone, user.Active)).Order(StringComparer.Ordinal),
        .. taken.Scopes.Select(scope => Line(scope.Id, scope.Parent.Id, scope.Name, scope.Settings)).Order(StringComparer.Ordinal),
        .. taken.Memberships.Select(held => $"{held.User.Fold} in {held.Held.Scope}: {held.Held.Role} {held.Held.Until}")
            .Concat(taken.TeamMemberships.Select(held => $"team {held.Member.Id} in {held.Scope}: {held.Role} {held.Until}")).Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> After(Taken present, Document document, string account)
    {
        var users = Users(present, document, out var matched, out var emptied);
        var scopes = Scopes(present, document, account);
        return
        [
            .. Roles(present, document).Order(StringComparer.Ordinal),
            .. users.Order(StringComparer.Ordinal),
            .. scopes.Values.Order(StringComparer.Ordinal),
            .. Memberships(present, document, matched, emptied, scopes).Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Roles(Taken present, Document document)
    {
        var wanted = document.Roles.ToDictionary(role => role.Name, role => role.Values);
        var stay = present.Roles.Where(role => wanted.ContainsKey(role.Name) || !document.Manages.Covers(role)).ToList();
        return
        [
            .. stay.Select(role => Line(wanted.TryGetValue(role.Name, out var values) ? values.Of(role) : role)),
            .. wanted.Values.Where(values => !stay.Exists(role => role.Name == values.Name))
                .Select(values => Line(values.Of(RoleRules.Custom(values.Name, "", [], Level.None, [])))),
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
            .ToDictionary(scope => scope.Id, scope => wanted.TryGetValue(scope.Id, out var said)
                ? Line(scope.Id, scope.Parent.Id, said.Name.Or(scope.Name), said.Description.Or(scope.Settings))
                : Line(scope.Id, scope.Parent.Id, scope.Name, scope.Settings));
        foreach (var scope in document.Scopes)
        {
            after.TryAdd(scope.Id, Line(scope.Id, scope.Group.Or(account), scope.Name.Or(""), scope.Description.Or(null)));
        }

        return after;
    }

    private static List<string> Memberships(
        Taken present, Document document, Dictionary<User, WantedUser> matched, HashSet<User> emptied, Dictionary<ScopeId, string> scopes)
    {
        var after = new Dictionary<(string Member, ScopeId Scope), string>();
        foreach (var (_, held) in present.Memberships.Where(held => Stays(held.Held)))
        {
            var user = present.Users.Single(user => user.Id.Value == held.Member.Id);
            if ((held.Scope.Kind == ScopeKind.Team || !emptied.Contains(user)) && (matched.ContainsKey(user) || !document.Manages.Covers(user)))
            {
                Keep(matched.GetValueOrDefault(user)?.Name.Fold ?? user.Name.Fold, held);
            }
        }

        foreach (var held in present.TeamMemberships.Where(held => Stays(held) && scopes.ContainsKey(ScopeId.Team(held.Member.Id))))
        {
            Keep($"team {held.Member.Id}", held);
        }

        foreach (var wanted in document.Memberships)
        {
            after.TryAdd((KeyOf(wanted.Member), wanted.In), $"{wanted.Role} {wanted.Until.Or(null)}");
        }

        return [.. after.Select(held => $"{held.Key.Member} in {held.Key.Scope}: {held.Value}")];

        bool Stays(Membership held) => held.Scope.Kind == ScopeKind.Account || scopes.ContainsKey(held.Scope);

        void Keep(string member, Membership held)
        {
            var wanted = document.Memberships.FirstOrDefault(wanted => KeyOf(wanted.Member) == member && wanted.In == held.Scope);
            if (wanted is not null || !document.Manages.Covers(held.Scope))
            {
                after.Add((member, held.Scope), $"{wanted?.Role ?? held.Role} {(wanted is null ? held.Until : wanted.Until.Or(held.Until))}");
            }
        }
    }

    private static string Line(Role role) => $"role {role.Name} {role.Level} {string.Join('+', role.Kinds)} {role.Description}";

    private static string Line(ScopeId scope, string parent, string name, string? settings) =>
        $"{scope} {parent} {name} {(scope.Kind == ScopeKind.Team ? settings ?? "-" : "")}";

    private static string Line(UserName name, string? given, string? phone, bool active) => $"{name.Given} {given ?? "-"} {phone ?? "-"} {active}";
}
