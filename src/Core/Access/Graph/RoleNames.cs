using System.Text;
using Roster.Core.Access.Granting;
using Roster.Core.Roles;

namespace Roster.Core.Access.Graph;

/// <summary>Gives the names of roles numbers, and knows what the account's own roles permit.</summary>
internal sealed class RoleNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly Dictionary<string, IReadOnlyList<Grant>> _custom = new(StringComparer.Ordinal);

    public RoleNames()
    {
        foreach (var role in StandardRoles.All)
        {
            NumberOf(role.Name);
        }
    }

    public int NumberOf(string role)
    {
        if (!_numbers.TryGetValue(role, out var number))
        {
            _numbers.Add(role, number = _names.Count);
            _names.Add(role);
        }

        return number;
    }

    public int NumberOf(ReadOnlySpan<byte> role)
    {
        // Most are the roles of the one before; a look-up by bytes would need a table of its own.
        Span<char> name = stackalloc char[512];
        return Encoding.UTF8.TryGetChars(role, name, out var length)
            && _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name[..length], out var number)
                ? number
                : NumberOf(Encoding.UTF8.GetString(role));
    }

    public void Define(string role, IReadOnlyList<Grant> grants)
    {
        _custom[role] = grants;
        NumberOf(role);
    }

    public void Undefine(string role) => _custom.Remove(role);

    public RoleBook Compile() => new(_names, _custom);
}
