using System.Text.Json;
using Roster.Cli.Output;

namespace Roster.Cli.Copying;

/// <summary>What was found elsewhere, as a document that adds it to an account and removes nothing there.</summary>
internal sealed class CopiedAccount
{
    private readonly SortedDictionary<string, Entry> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, Entry> _roles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Entry> _teams = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Entry> _organizations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Entry> _groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Entry> _connectors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string In, string Kind, string Member), Entry> _memberships = [];
    private readonly HashSet<string> _inactive = new(StringComparer.OrdinalIgnoreCase);

    public int Users => _users.Count;

    public int Memberships => _memberships.Count;

    /// <summary>Roles of the account's own there.</summary>
    public int Roles => _roles.Count;

    /// <summary>Of users who are not active: Roster gives those none, so the document cannot.</summary>
    public int LeftOut { get; private set; }

    public bool Knows(string userName) => _users.ContainsKey(userName);

    public void AddUser(string userName, string id, bool? active, params (string Name, object? Value)[] more)
    {
        _users[userName] = new([("userName", userName), ("id", id), .. more, ("active", active)]);
        if (active == false)
        {
            _inactive.Add(userName);
        }
    }

    public void AddRole(string name, string? description, IEnumerable<string> kinds, string level) =>
        _roles[name] = new([("name", name), ("description", description), ("kinds", kinds.ToList()), ("level", level)]);

    public void AddTeam(string id, string name, string? description) =>
        _teams[id] = new([("id", id), ("name", name), ("description", description)]);

    public void AddTeamMembership(string team, string place, string role) =>
        _memberships[(place, "team", team)] = new([("team", team), ("in", place), ("role", role)]);

    public void AddOrganization(string id, string name) => _organizations[id] = new([("id", id), ("name", name)]);

    public void AddGroup(string id, string name) => _groups[id] = new([("id", id), ("name", name)]);

    public void AddConnector(string id, string group, string service, string name) =>
        _connectors[id] = new([("id", id), ("group", group), ("service", service), ("name", name)]);

    public void AddMembership(string userName, string place, string role)
    {
        if (_inactive.Contains(userName))
        {
            LeftOut++;
        }
        else
        {
            _memberships[(place, "", userName)] = new([("user", userName), ("in", place), ("role", role)]);
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("roster", 1);
        json.WriteStartObject("manages");
        json.WriteEndObject();
        Write(json, "roles", _roles.Values);
        Write(json, "users", _users.Values);
        Write(json, "teams", _teams.Values);
        Write(json, "organizations", _organizations.Values);
        Write(json, "groups", _groups.Values);
        Write(json, "connectors", _connectors.Values);
        Write(json, "memberships", _memberships.Values);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyCollection<Entry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            var said = entry.Members.Where(member => member.Value is not (null or "")).ToList();
            JsonValue.WriteObject(json, [.. said.Select(member => member.Name)], [.. said.Select(member => member.Value)]);
        }

        json.WriteEndArray();
    }

    private sealed record Entry(IReadOnlyList<(string Name, object? Value)> Members);
}
