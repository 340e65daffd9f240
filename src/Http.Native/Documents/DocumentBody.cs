using System.Globalization;
using Roster.Core.Changes;
using Roster.Core.Documents;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http.Native.Roles;

namespace Roster.Http.Native.Documents;

/// <summary>Reads a document, in which nothing is ignored. What is wrong is among the body's problems, and left out.</summary>
internal static class DocumentBody
{
    private const string Format = "1";

    private static readonly (string Section, ScopeKind Kind)[] Sections =
    [
        ("teams", ScopeKind.Team), ("organizations", ScopeKind.Organization), ("groups", ScopeKind.Group), ("connectors", ScopeKind.Connector),
    ];

    public static Document Read(Fields body, ScopeId account)
    {
        body.RefuseOthers(
            "roster", "account", "manages", "roles", "users", "teams", "organizations", "groups", "connectors", "memberships");
        var format = body.IsText("roster") ? body.Text("roster") : body.Integer("roster")?.ToString(CultureInfo.InvariantCulture);
        if (format != Format)
        {
            body.Refuse("roster", format is null ? "is required" : $"must be {Format}: no other format is known here");
        }

        var misread = new HashSet<string>(StringComparer.Ordinal);
        return new(
            body.Text("account"),
            ManagesBody.Read(body),
            Read(body, "roles", Role, misread),
            Read(body, "users", User, misread),
            [.. Sections.SelectMany(section => Read(body, section.Section, (scope, place) => Scope(scope, place, section.Kind), misread))],
            Read(body, "memberships", (membership, place) => Membership(membership, place, account), misread))
        {
            Misread = misread,
        };
    }

    private static List<T> Read<T>(Fields body, string section, Func<Fields, Place, T?> read, HashSet<string> misread)
        where T : class
    {
        List<T> items = [.. body.Objects(section).Select(item => read(item.Fields, new(section, item.Index))).OfType<T>()];
        if (items.Count != body.Length(section))
        {
            misread.Add(section);
        }

        return items;
    }

    private static WantedRole? Role(Fields role, Place place)
    {
        role.RefuseOthers("name", "description", "kinds", "level", "permissions");
        var values = RoleBody.ReadChange(role, role.RequiredText("name"));
        return values.Name.Length == 0 ? null : new(place, values);
    }

    private static WantedUser? User(Fields user, Place place)
    {
        user.RefuseOthers("userName", "id", "givenName", "familyName", "phone", "picture", "externalId", "userSchema", "displayName", "active");
        var given = user.RequiredText("userName");
        var person = new PersonPatch(
            default,
            user.OptionalText("givenName"),
            user.OptionalText("familyName"),
            user.OptionalText("phone"),
            user.OptionalText("picture"),
            user.OptionalText("externalId"),
            user.OptionalText("userSchema"),
            user.OptionalText("displayName"));
        var active = user.Has("active") ? user.RequiredFlag("active") : default(Optional<bool>);
        var id = user.Text("id") is { } text ? new UserId(text) : (UserId?)null;
        if (given.Length == 0)
        {
            return null;
        }

        var name = UserName.Parse(given, "userName");
        if (name.Failed(out var fault))
        {
            user.Refuse("userName", fault.Message);
            return null;
        }

        return new(place, name.Value, id, person, active);
    }

    private static WantedScope? Scope(Fields scope, Place place, ScopeKind kind)
    {
        var isConnector = kind == ScopeKind.Connector;
        scope.RefuseOthers(kind switch
        {
            ScopeKind.Connector => ["id", "name", "group", "service"],
            ScopeKind.Team => ["id", "name", "description"],
            _ => ["id", "name"],
        });
        var id = scope.RequiredText("id");
        var wanted = new WantedScope(
            place,
            new ScopeId(kind, id),
            Given(scope, "name"),
            isConnector ? Given(scope, "group") : default,
            isConnector ? Given(scope, "service") : default,
            kind == ScopeKind.Team ? scope.OptionalText("description") : default);
        return id.Length == 0 ? null : wanted;
    }

    private static WantedMembership? Membership(Fields membership, Place place, ScopeId account)
    {
        membership.RefuseOthers("user", "team", "in", "role", "expiresAt");
        var isTeam = membership.Has("team");
        if (isTeam && membership.Has("user"))
        {
            membership.Refuse("team", "must not be there beside a user: a membership is of one of them");
        }

        var (member, role) = (membership.RequiredText(isTeam ? "team" : "user"), membership.RequiredText("role"));
        var scope = PlaceNames.Parse(membership.RequiredText("in"), account);
        var until = membership.OptionalTime("expiresAt");
        if (scope is null)
        {
            membership.Refuse("in", "must be 'account', 'organization/<id>', 'group/<id>', 'connector/<id>' or 'team/<id>'");
        }

        return scope is { } known && member.Length > 0 && role.Length > 0
            ? new(place, isTeam ? MemberName.Team(member) : MemberName.User(member), known, role, until)
            : null;
    }

    /// <summary>Absent leaves what is there; there is no taking away.</summary>
    private static Optional<string> Given(Fields fields, string name) =>
        fields.Has(name) && fields.RequiredText(name) is { Length: > 0 } text ? text : default(Optional<string>);
}
