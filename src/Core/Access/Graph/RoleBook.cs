using Roster.Core.Access.Granting;
using Roster.Core.Roles;

namespace Roster.Core.Access.Graph;

/// <summary>What every role of an account permits, made ready to be asked: once for each time that a role changes.</summary>
internal sealed class RoleBook
{
    private readonly Dictionary<string, int> _actions = new(StringComparer.Ordinal);
    private readonly CompiledRole[] _roles;

    /// <param name="names">Of roles, by their numbers. A name that is none permits nothing.</param>
    public RoleBook(IReadOnlyList<string> names, IReadOnlyDictionary<string, IReadOnlyList<Grant>> custom) =>
        _roles = [.. names.Select(name => Compile(StandardRoles.Find(name)?.Permissions ?? custom.GetValueOrDefault(name) ?? []))];

    /// <summary>The number of an action; -1 where no role permits it.</summary>
    public int ActionOf(string name) => _actions.TryGetValue(name, out var action) ? action : -1;

    public CompiledRole this[int role] => _roles[role];

    private CompiledRole Compile(IReadOnlyList<Grant> grants)
    {
        var always = new bool[_actions.Count + grants.Count];
        var bound = new List<(int Action, Grant Grant)>();
        foreach (var grant in grants)
        {
            if (!_actions.TryGetValue(grant.Action, out var action))
            {
                _actions.Add(grant.Action, action = _actions.Count);
            }

            if (grant.IsPlain)
            {
                always[action] = true;
            }
            else
            {
                bound.Add((action, grant));
            }
        }

        return new(always, [.. bound]);
    }
}

/// <summary>What one role permits.</summary>
/// <param name="always">By the numbers of the actions; those beyond its end are not.</param>
internal sealed class CompiledRole(bool[] always, (int Action, Grant Grant)[] bound)
{
    /// <summary>True where it permits the action to anything.</summary>
    public bool Permits(int action) => (uint)action < (uint)always.Length && always[action];

    /// <summary>What it permits on some types of resource or under conditions, with the number of the action.</summary>
    public ReadOnlySpan<(int Action, Grant Grant)> Bound => bound;

    /// <summary>True where it permits the action to things of the type, be it under conditions.</summary>
    public bool MayPermit(int action, string resourceType)
    {
        if (Permits(action))
        {
            return true;
        }

        foreach (ref readonly var entry in Bound)
        {
            if (entry.Action == action && (entry.Grant.On is null || entry.Grant.On == resourceType))
            {
                return true;
            }
        }

        return false;
    }
}
