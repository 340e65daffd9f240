using System.Collections.Immutable;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>A role that somebody holds, and when it ends by itself.</summary>
internal sealed record Held(string Role, DateTimeOffset? Until = null);

/// <summary>A user as all doors together know them.</summary>
internal sealed record Somebody(string Id, string Email)
{
    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? Phone { get; init; }

    public string? ExternalId { get; init; }

    public string? UserSchema { get; init; }

    public bool Active { get; init; } = true;

    public bool Invited { get; init; }

    public ImmutableDictionary<Place, Held> Holds { get; init; } = ImmutableDictionary<Place, Held>.Empty;

    public string Folded => Fold(Email);

    public static string Fold(string email) => email.ToLowerInvariant();
}

/// <summary>
/// The account as somebody naive would keep it: dictionaries, changed one call after the other. It shares no code with the
/// product.
/// </summary>
internal sealed class Oracle(string account)
{
    private readonly Dictionary<string, string> _deleted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public Place Account { get; } = new("account", account);

    /// <summary>Groups, connectors and organizations; they do not change.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    public ImmutableSortedDictionary<string, Somebody> Users { get; private set; } =
        ImmutableSortedDictionary.Create<string, Somebody>(StringComparer.Ordinal);

    public DateTimeOffset Now { get; set; }

    private bool HasOwner => Users.Values.Any(user =>
        user is { Active: true, Invited: false }
        && In(user, Account) is { Until: null } held
        && Roles.LevelOf(held.Role) == "ADMIN");

    public Somebody? Find(string id) => Users.GetValueOrDefault(id);

    /// <summary>The role held now: past its end it is none.</summary>
    public Held? In(Somebody user, Place place) =>
        user.Holds.GetValueOrDefault(place) is { } held && (held.Until is not { } end || Now < end) ? held : null;

    /// <summary>Everybody with a role there.</summary>
    public IEnumerable<(Somebody User, Held Held)> HoldersIn(Place place) =>
        Users.Values.Select(user => (user, In(user, place))).Where(pair => pair.Item2 is not null)!;

    public bool IsTaken(string email) => Users.Values.Any(user => user.Folded == Somebody.Fold(email));

    /// <summary>The id that must come, and null where any new one may.</summary>
    public string? IdFor(string email) => _deleted.GetValueOrDefault(Somebody.Fold(email));

    public bool IsNew(string id) => !_ids.Contains(id);

    public void Add(Somebody user)
    {
        _ids.Add(user.Id);
        _deleted.Remove(user.Folded);
        Put(user);
    }

    public void Put(Somebody user) => Users = Users.SetItem(user.Id, user);

    public void Give(Somebody user, Place place, Held held) =>
        Put(Users[user.Id] with { Holds = Users[user.Id].Holds.SetItem(place, held) });

    public void End(string user, Place place) =>
        Put(Users[user] with { Holds = Users[user].Holds.Remove(place) });

    public void Delete(Somebody user)
    {
        _deleted[user.Folded] = user.Id;
        Users = Users.Remove(user.Id);
    }

    /// <summary>Does it, unless the account would be left without its last owner: then nothing has happened.</summary>
    public bool TryKeepingAnOwner(Action change)
    {
        var (before, deleted, hadOwner) = (Users, new Dictionary<string, string>(_deleted), HasOwner);
        change();
        if (!hadOwner || HasOwner)
        {
            return true;
        }

        Users = before;
        _deleted.Clear();
        foreach (var (email, id) in deleted)
        {
            _deleted.Add(email, id);
        }

        return false;
    }
}
