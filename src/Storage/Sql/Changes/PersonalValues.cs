using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Storage.Sql.Changes;

/// <summary>The personal half of a logged change. A name that is missing says "absent", which is not the same as null.</summary>
internal readonly struct PersonalValues(string? json)
{
    private readonly Dictionary<string, string?> _values =
        json is null ? [] : JsonSerializer.Deserialize(json, LogJson.Form.DictionaryStringString)!;

    public string Name => _values["name"]!;

    public string Description => _values["description"]!;

    public Attributes Attributes => ScalarJson.ReadAttributes(_values["attributes"]!);

    public string? Settings => _values.GetValueOrDefault("settings");

    public string? ExternalId => _values.GetValueOrDefault("externalId");

    public UserName UserName => new(Name, _values["fold"]!);

    public Person Person => new(
        UserName,
        _values.GetValueOrDefault("givenName"),
        _values.GetValueOrDefault("familyName"),
        _values.GetValueOrDefault("phone"),
        _values.GetValueOrDefault("picture"),
        ExternalId,
        _values.GetValueOrDefault("userSchema"),
        _values.GetValueOrDefault("displayName"),
        Profile);

    public PersonPatch PersonPatch => new(
        _values.ContainsKey("name") ? UserName : default(Optional<UserName>),
        Optional("givenName"),
        Optional("familyName"),
        Optional("phone"),
        Optional("picture"),
        Optional("externalId"),
        Optional("userSchema"),
        Optional("displayName"),
        _values.ContainsKey("profile") ? Profile : default(Optional<UserProfile?>));

    public ScopeChanged ScopeChanged(ScopeId scope) =>
        new(scope, _values.ContainsKey("name") ? Name : default(Optional<string>), Optional("settings"), Optional("externalId"));

    /// <summary>Each term is the digit of its kind and then its value.</summary>
    private UserProfile? Profile => _values.GetValueOrDefault("profile") is { } text
        ? new(text, [.. JsonSerializer.Deserialize(_values["terms"]!, LogJson.Form.StringArray)!
            .Select(term => new UserTerm((TermKind)(term[0] - '0'), term[1..]))])
        : null;

    /// <summary>Names of accounts, scopes and keys are typed by people, and so can name people.</summary>
    public static Dictionary<string, string?> Named(string name, string? settings = null, string? externalId = null)
    {
        var values = new Dictionary<string, string?> { ["name"] = name };
        Add(values, "settings", settings);
        Add(values, "externalId", externalId);
        return values;
    }

    public static Dictionary<string, string?> Of(Attributes attributes) => new() { ["attributes"] = ScalarJson.Write(attributes) };

    public static Dictionary<string, string?> OfExternalId(string? externalId) => new() { ["externalId"] = externalId };

    public static Dictionary<string, string?> Described(string description) => new() { ["description"] = description };

    public static Dictionary<string, string?> Of(UserName name) => new() { ["name"] = name.Given, ["fold"] = name.Fold };

    public static Dictionary<string, string?> Of(Person person)
    {
        var values = Of(person.Name);
        Add(values, "givenName", person.GivenName);
        Add(values, "familyName", person.FamilyName);
        Add(values, "phone", person.Phone);
        Add(values, "picture", person.Picture);
        Add(values, "externalId", person.ExternalId);
        Add(values, "userSchema", person.UserSchema);
        Add(values, "displayName", person.DisplayName);
        AddProfile(values, person.Profile);
        return values;
    }

    public static Dictionary<string, string?> Of(PersonPatch person)
    {
        var values = person.Name.IsSet ? Of(person.Name.Or(default)) : [];
        Add(values, "givenName", person.GivenName);
        Add(values, "familyName", person.FamilyName);
        Add(values, "phone", person.Phone);
        Add(values, "picture", person.Picture);
        Add(values, "externalId", person.ExternalId);
        Add(values, "userSchema", person.UserSchema);
        Add(values, "displayName", person.DisplayName);
        if (person.Profile.IsSet && !AddProfile(values, person.Profile.Or(null)))
        {
            values.Add("profile", null);
        }

        return values;
    }

    public static Dictionary<string, string?> Of(ScopeChanged scope)
    {
        var values = scope.Name.IsSet ? Named(scope.Name.Or("")) : [];
        Add(values, "settings", scope.Settings);
        Add(values, "externalId", scope.ExternalId);
        return values;
    }

    private Optional<string?> Optional(string name) =>
        _values.TryGetValue(name, out var value) ? value : default(Optional<string?>);

    private static bool AddProfile(Dictionary<string, string?> values, UserProfile? profile)
    {
        if (profile is null)
        {
            return false;
        }

        values.Add("profile", profile.Text);
        values.Add("terms", JsonSerializer.Serialize([.. profile.Terms.Select(term => $"{(int)term.Kind}{term.Value}")], LogJson.Form.StringArray));
        return true;
    }

    private static void Add(Dictionary<string, string?> values, string name, string? value)
    {
        if (value is not null)
        {
            values.Add(name, value);
        }
    }

    private static void Add(Dictionary<string, string?> values, string name, Optional<string?> value)
    {
        if (value.IsSet)
        {
            values.Add(name, value.Or(null));
        }
    }
}
