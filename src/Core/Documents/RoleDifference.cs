using Roster.Core.Outcomes;
using Roster.Core.Roles;

namespace Roster.Core.Documents;

/// <summary>What a document changes about the account's own roles.</summary>
internal sealed class RoleDifference
{
    private readonly Document _document;
    private readonly KnownState _state;
    private readonly List<Problem> _problems;
    private readonly Dictionary<string, Role> _wanted = new(StringComparer.Ordinal);
    private readonly List<Step> _steps = [];

    public RoleDifference(Document document, KnownState state, List<Problem> problems)
    {
        (_document, _state, _problems) = (document, state, problems);
        foreach (var wanted in document.Roles.DistinctBy(role => role.Name, StringComparer.Ordinal))
        {
            Compare(wanted, state.OwnRoles.GetValueOrDefault(wanted.Name));
        }
    }

    public IEnumerable<Step> Steps => _steps;

    public IEnumerable<Step> Removals =>
        _state.OwnRoles.Values.Where(custom => IsRemoved(custom.Role))
            .OrderBy(custom => custom.Role.Name, StringComparer.Ordinal)
            .Select(custom => new Step(
                new PlannedRole(ChangeAction.Remove, custom.Role.Name, custom.Role, null, custom.ChangedIn), new Place("roles")));

    /// <summary>The role of that name that there will be, if any.</summary>
    public Role? Find(string name) =>
        _wanted.TryGetValue(name, out var wanted) ? wanted
        : _state.RoleNamed(name) is { } present && !IsRemoved(present) ? present
        : null;

    private bool IsRemoved(Role role) => role.IsCustom && !_wanted.ContainsKey(role.Name) && _document.Manages.Covers(role);

    private void Compare(WantedRole wanted, CustomRole? present)
    {
        var values = wanted.Values;
        Require(present is not null || values.Kinds.IsSet, wanted, "kinds");
        Require(present is not null || values.Level.IsSet, wanted, "level");
        var after = values.Of(present?.Role ?? RoleRules.Custom(wanted.Name, "", [], Level.Viewer, []));
        _wanted.Add(wanted.Name, after);
        if (present is null)
        {
            _steps.Add(new(new PlannedRole(ChangeAction.Create, wanted.Name, null, after, 0), wanted.Place));
        }
        else if (!RoleRules.IsSame(present.Role, after))
        {
            _steps.Add(new(new PlannedRole(ChangeAction.Change, wanted.Name, present.Role, after, present.ChangedIn), wanted.Place));
        }
    }

    private void Require(bool condition, WantedRole wanted, string member)
    {
        if (!condition)
        {
            _problems.Add(new(wanted.Place.Of(member), "is required for one that is new"));
        }
    }
}
