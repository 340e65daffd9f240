using Roster.Core.Outcomes;
using Roster.Core.Scopes;

namespace Roster.Core.Documents;

/// <summary>What a document changes about teams, organizations, groups and connectors.</summary>
internal sealed class ScopeDifference
{
    private readonly KnownState _state;
    private readonly List<Problem> _problems;
    private readonly Dictionary<ScopeId, WantedScope> _wanted;
    private readonly HashSet<ScopeId> _removed;
    private readonly List<Step> _steps = [];
    private readonly Func<string, bool> _wasRead;

    public ScopeDifference(Document document, KnownState state, List<Problem> problems)
    {
        (_state, _problems) = (state, problems);
        _wasRead = document.WasRead;
        _wanted = document.Scopes.DistinctBy(wanted => wanted.Id).ToDictionary(wanted => wanted.Id);
        _removed = [.. state.Scopes.All.Where(scope => IsUnwanted(scope) && document.Manages.Covers(scope.Id)).Select(scope => scope.Id)];

        // A group that goes takes its connectors along, but none that the document wants.
        _removed.UnionWith(state.Scopes.All.Where(scope => IsUnwanted(scope) && _removed.Contains(scope.Parent)).Select(scope => scope.Id));
        foreach (var wanted in document.Scopes)
        {
            Compare(wanted, state.Scopes[wanted.Id]);
        }
    }

    /// <summary>New names and new scopes, a group before its connectors.</summary>
    public IEnumerable<Step> Steps => _steps;

    /// <summary>Connectors before their groups.</summary>
    public IEnumerable<Step> Removals =>
        from id in _removed
        orderby id.Kind descending, id.Id
        select new Step(
            new PlannedScope(ChangeAction.Remove, id, Values(_state.Scopes[id]!), null, _state.Scopes[id]!.ChangedIn),
            new Place(SectionOf(id.Kind)));

    public bool IsRemoved(ScopeId id) => _removed.Contains(id);

    /// <summary>Whether it is there in the end.</summary>
    public bool WillExist(ScopeId id) => _wanted.ContainsKey(id) || (_state.Exists(id) && !IsRemoved(id));

    /// <summary>It will not be there, and not because the document could not be read.</summary>
    public bool IsMissing(ScopeId id) => !WillExist(id) && _wasRead(SectionOf(id.Kind));

    public bool IsNew(ScopeId id) => id != _state.AccountScope && _state.Scopes[id] is null;

    public static string SectionOf(ScopeKind kind) => kind switch
    {
        ScopeKind.Organization => "organizations",
        ScopeKind.Group => "groups",
        ScopeKind.Team => "teams",
        _ => "connectors",
    };

    private bool IsUnwanted(Scope scope) => !_wanted.ContainsKey(scope.Id);

    private void Compare(WantedScope wanted, Scope? present)
    {
        var group = present is { Id.Kind: ScopeKind.Connector } ? present.Parent.Id : wanted.Group.Or("");
        if (wanted.Id.Kind == ScopeKind.Connector && _removed.Contains(ScopeId.Group(group)) && _wasRead("groups"))
        {
            Refuse(wanted, "group", $"the group '{group}' is removed, since the document does not name it");
        }
        else if (present is null)
        {
            Create(wanted);
        }
        else
        {
            Change(wanted, present);
        }
    }

    private void Create(WantedScope wanted)
    {
        var isConnector = wanted.Id.Kind == ScopeKind.Connector;
        Require(wanted, wanted.Name.IsSet, "name");
        Require(wanted, wanted.Group.IsSet || !isConnector, "group");
        Require(wanted, wanted.Service.IsSet || !isConnector, "service");
        var values = new ScopeValues(
            wanted.Name.Or(""), isConnector ? wanted.Group.Or("") : null, isConnector ? wanted.Service.Or("") : null, wanted.Description.Or(null));
        if (isConnector && wanted.Group.IsSet && IsMissing(ScopeId.Group(wanted.Group.Or(""))))
        {
            Refuse(wanted, "group", $"there is no group '{wanted.Group.Or("")}', here or in the account");
        }

        _steps.Add(new(new PlannedScope(ChangeAction.Create, wanted.Id, null, values, 0), wanted.Place));
    }

    private void Change(WantedScope wanted, Scope present)
    {
        if (wanted.Group.IsSet && wanted.Group.Or("") != present.Parent.Id)
        {
            Refuse(wanted, "group", $"must be '{present.Parent.Id}': a connector stays in its group");
        }

        if (wanted.Service.IsSet && wanted.Service.Or("") != present.Service)
        {
            Refuse(wanted, "service", $"must be '{present.Service}': a connector's service does not change");
        }

        var before = Values(present);
        var after = before with { Name = wanted.Name.Or(before.Name), Description = wanted.Description.Or(before.Description) };
        if (after != before)
        {
            _steps.Add(new(new PlannedScope(ChangeAction.Change, wanted.Id, before, after, present.ChangedIn), wanted.Place));
        }
    }

    private void Require(WantedScope wanted, bool isThere, string member)
    {
        if (!isThere)
        {
            Refuse(wanted, member, "is required for one that is new");
        }
    }

    private void Refuse(WantedScope wanted, string member, string message) => _problems.Add(new(wanted.Place.Of(member), message));

    private static ScopeValues Values(Scope scope) => scope.Id.Kind switch
    {
        ScopeKind.Connector => new(scope.Name, scope.Parent.Id, scope.Service),
        ScopeKind.Team => new(scope.Name, Description: scope.Settings),
        _ => new(scope.Name),
    };
}
