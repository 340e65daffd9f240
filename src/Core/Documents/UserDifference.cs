using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>A user as the document leaves them.</summary>
/// <param name="Present">As they are now; null for one who is new.</param>
/// <param name="IsEmptied">The document deactivates them, which ends what they hold.</param>
internal sealed record FinalUser(UserId Id, UserName Name, bool IsActive, User? Present, bool IsEmptied);

/// <summary>What a document changes about users.</summary>
internal sealed class UserDifference
{
    private readonly Document _document;
    private readonly KnownState _state;
    private readonly List<Problem> _problems;
    private readonly Dictionary<UserId, WantedUser> _matched = [];
    private readonly Dictionary<string, FinalUser> _final = new(StringComparer.Ordinal);
    private readonly List<Step> _changes = [];
    private readonly List<Step> _creations = [];
    private readonly List<PlannedUser> _removals;

    /// <param name="freshIds">An id for each user that the document names.</param>
    public UserDifference(Document document, KnownState state, IReadOnlyList<UserId> freshIds, List<Problem> problems)
    {
        (_document, _state, _problems) = (document, state, problems);
        var present = Match();
        var (names, ids) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<UserId>());
        for (var i = 0; i < document.Users.Count; i++)
        {
            // Whoever is said twice is told of elsewhere.
            var wanted = document.Users[i];
            if (names.Add(wanted.Name.Fold) && (wanted.Id is not { } id || ids.Add(id)))
            {
                Compare(wanted, present[i], freshIds[i]);
            }
        }

        _removals = [.. state.Users.All.Where(IsRemoved).OrderBy(user => user.Name.Fold, StringComparer.Ordinal).Select(Remove)];
    }

    /// <summary>Who gives up a name that somebody else gets goes first, then who changes, then who is new.</summary>
    public IEnumerable<Step> Steps =>
        [.. Removals(isInTheWay: true), .. _changes.Where(step => !IsRename(step)), .. Renames.InOrder(_changes.Where(IsRename), _problems), .. _creations];

    public IEnumerable<Step> LateRemovals => Removals(isInTheWay: false);

    public bool IsRemoved(User user) => !_matched.ContainsKey(user.Id) && _document.Manages.Covers(user);

    /// <summary>Whoever will have the name; null, with the reason, where nobody will.</summary>
    public FinalUser? Find(string name, out string? reason)
    {
        reason = null;
        if (_final.TryGetValue(UserName.FoldOf(name), out var wanted))
        {
            return wanted;
        }

        var user = _state.Names[UserName.FoldOf(name)];
        reason = user is null ? $"there is no user '{name}', here or in the account"
            : _matched.TryGetValue(user.Id, out var renamed) ? $"'{name}' is renamed: name them '{renamed.Name.Given}'"
            : IsRemoved(user) ? $"'{name}' is removed, since the document does not name them"
            : null;
        return reason is null ? After(user!) : null;
    }

    /// <summary>Somebody who is there now; null where the document removes them.</summary>
    public FinalUser? After(User present) =>
        _matched.TryGetValue(present.Id, out var wanted) ? _final[wanted.Name.Fold]
        : IsRemoved(present) ? null
        : new(present.Id, present.Name, present.Active, present, false);

    /// <summary>Whoever an id says first, so that a name is only looked for among the others.</summary>
    private User?[] Match()
    {
        var present = new User?[_document.Users.Count];
        foreach (var byId in new[] { true, false })
        {
            for (var i = 0; i < present.Length; i++)
            {
                var wanted = _document.Users[i];
                if (wanted.Id is not null == byId
                    && (wanted.Id is { } id ? _state.Users[id] : _state.Names[wanted.Name.Fold]) is { } user
                    && _matched.TryAdd(user.Id, wanted))
                {
                    present[i] = user;
                }
            }
        }

        return present;
    }

    private void Compare(WantedUser wanted, User? present, UserId freshId)
    {
        var change = present is null ? Create(wanted, freshId) : Change(wanted, present);
        if (change is not null)
        {
            (present is null ? _creations : _changes).Add(new(change, wanted.Place));
        }

        var isActive = wanted.Active.Or(present?.Active ?? true);
        _final.TryAdd(
            wanted.Name.Fold,
            new(change?.Id ?? present!.Id, wanted.Name, isActive, present, change is { EndsAll: true }));
    }

    private PlannedUser Create(WantedUser wanted, UserId freshId)
    {
        var id = wanted.Id ?? _state.DeletedNames[wanted.Name.Fold] ?? freshId;
        var person = wanted.Person with { Name = wanted.Name };
        return new(ChangeAction.Create, id, wanted.Name, null, new(WithoutNulls(person), wanted.Active.Or(true)), 0);
    }

    private static PlannedUser? Change(WantedUser wanted, User present)
    {
        var person = PersonRules.Difference(present, wanted.Person with { Name = wanted.Name });
        var active = wanted.Active.Or(present.Active) == present.Active ? default : wanted.Active;
        if (person is null && !active.IsSet)
        {
            return null;
        }

        var after = new UserValues(person ?? new(), active);
        return new(ChangeAction.Change, present.Id, present.Name, Before(present, after), after, present.ChangedIn);
    }

    private static PlannedUser Remove(User user)
    {
        var person = new PersonPatch(
            user.Name, user.GivenName, user.FamilyName, user.Phone, user.Picture, user.ExternalId, user.UserSchema, user.DisplayName);
        return new(ChangeAction.Remove, user.Id, user.Name, new(WithoutNulls(person), user.Active), null, user.ChangedIn);
    }

    private static UserValues Before(User user, UserValues after) => new(
        new(
            after.Person.Name.IsSet ? user.Name : default(Optional<UserName>),
            Like(after.Person.GivenName, user.GivenName),
            Like(after.Person.FamilyName, user.FamilyName),
            Like(after.Person.Phone, user.Phone),
            Like(after.Person.Picture, user.Picture),
            Like(after.Person.ExternalId, user.ExternalId),
            Like(after.Person.UserSchema, user.UserSchema),
            Like(after.Person.DisplayName, user.DisplayName)),
        after.Active.IsSet ? user.Active : default(Optional<bool>));

    private static PersonPatch WithoutNulls(PersonPatch person) => new(
        person.Name,
        Given(person.GivenName),
        Given(person.FamilyName),
        Given(person.Phone),
        Given(person.Picture),
        Given(person.ExternalId),
        Given(person.UserSchema),
        Given(person.DisplayName));

    private static Optional<string?> Like(Optional<string?> after, string? before) => after.IsSet ? before : default(Optional<string?>);

    private static Optional<string?> Given(Optional<string?> value) => value.Or(null) is null ? default : value;

    private IEnumerable<Step> Removals(bool isInTheWay) =>
        _removals.Where(user => _final.ContainsKey(user.Name.Fold) == isInTheWay).Select(user => new Step(user, new("users")));

    private static bool IsRename(Step step) =>
        step.Change is PlannedUser { IsRename: true } user && user.After!.Person.Name.Or(default).Fold != user.Name.Fold;
}
