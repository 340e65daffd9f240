using System.Text.RegularExpressions;
using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Importing;

/// <summary>Some rows as one document, which removes nothing, and back again from what the server says of it.</summary>
internal sealed partial class UserBatch
{
    private const string Account = "account";

    private readonly IReadOnlyList<UserRow> _rows;
    private readonly List<UserRow> _withRole;

    public UserBatch(IReadOnlyList<UserRow> rows)
    {
        _rows = rows;
        _withRole = [.. rows.Where(row => row.Role is not null)];
    }

    public int Count => _rows.Count;

    public Document Document => new()
    {
        Manages = new Managed(),
        Users = [.. _rows.Select(Wanted)],
        Memberships = [.. _withRole.Select(row => new WantedMembership { User = row.UserName, In = Account, Role = row.Role! })],
    };

    /// <summary>The row that a place of the document is about: <c>users[3].phone</c>; null where it is about none.</summary>
    public UserRow? RowAt(string place) =>
        Index(place, "users[") is { } user && user < _rows.Count ? _rows[user]
        : Index(place, "memberships[") is { } membership && membership < _withRole.Count ? _withRole[membership]
        : null;

    /// <summary>The same, with lines of the file where the document's places are named.</summary>
    public string InLines(string detail) => Place().Replace(detail, place => RowAt(place.Value) is { } row ? $"line {row.Line}" : place.Value);

    /// <summary>What a plan does with each row.</summary>
    public IEnumerable<RowResult> Results(Plan plan)
    {
        var byName = _rows.ToDictionary(row => row.UserName, StringComparer.OrdinalIgnoreCase);
        var byId = _rows.Where(row => row.Values.ContainsKey("id")).ToDictionary(row => row.Values["id"], StringComparer.Ordinal);
        var outcomes = new Dictionary<UserRow, RowOutcome>(ReferenceEqualityComparer.Instance);
        foreach (var change in plan.Changes)
        {
            var row = change.Kind == "user" && change.Id is { } id && byId.TryGetValue(id, out var named) ? named : byName.GetValueOrDefault(NameIn(change) ?? "");
            if (row is not null)
            {
                outcomes[row] = change is { Kind: "user", Action.Value: "create" } || outcomes.GetValueOrDefault(row, RowOutcome.Changed) == RowOutcome.Created
                    ? RowOutcome.Created
                    : RowOutcome.Changed;
            }
        }

        return _rows.Select(row => new RowResult(row.Line, row.UserName, outcomes.GetValueOrDefault(row, RowOutcome.Unchanged)));
    }

    private static string? NameIn(PlannedChange change) =>
        change.User ?? (change.After is { } after && after.TryGetProperty("userName", out var name) ? name.GetString() : null);

    private static WantedUser Wanted(UserRow row) => new()
    {
        UserName = row.UserName,
        Id = row.Values.GetValueOrDefault("id"),
        GivenName = Said(row, "givenName"),
        FamilyName = Said(row, "familyName"),
        Phone = Said(row, "phone"),
        Picture = Said(row, "picture"),
        ExternalId = Said(row, "externalId"),
        UserSchema = Said(row, "userSchema"),
        DisplayName = Said(row, "displayName"),
        Active = row.Values.TryGetValue("active", out var active) ? active == "true" : default(Change<bool>),
    };

    private static Change<string?> Said(UserRow row, string column) => row.Values.TryGetValue(column, out var value) ? value : default(Change<string?>);

    [GeneratedRegex(@"(users|memberships)\[[0-9]+\]", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Place();

    private static int? Index(string place, string list)
    {
        var end = place.IndexOf(']', StringComparison.Ordinal);
        return place.StartsWith(list, StringComparison.Ordinal) && int.TryParse(place.AsSpan(list.Length, Math.Max(0, end - list.Length)), out var index) ? index : null;
    }
}
