using Roster.Core.Access.Graph;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Tests.Core.Access.Graph;

public sealed class GraphDataTests
{
    private const int Users = 30;
    private const int Scopes = 40;
    private const int Roles = 5;

    private readonly GraphData _data = new(new AccountId("org-1"));

    [Fact]
    public void Members_know_their_places_and_places_their_members()
    {
        var random = new Random(2);
        var (users, scopes) = (AddUsers(), AddScopes());
        var expected = new Dictionary<(int Member, int Scope), (int Role, long? End)>();
        for (var step = 0; step < 20_000; step++)
        {
            var (member, scope) = (users[random.Next(Users)], scopes[random.Next(Scopes)]);
            switch (random.Next(400))
            {
                case 0:
                    _data.EndRoles(member);
                    expected = new(expected.Where(held => held.Key.Member != member || IsTeam(held.Key.Scope)));
                    break;
                case < 200:
                    _data.End(member, scope);
                    expected.Remove((member, scope));
                    break;
                default:
                    var (role, end) = (random.Next(Roles), random.Next(2) == 0 ? (long?)null : random.Next(1_000));
                    _data.Give(member, scope, role, end is { } at ? new Instant(at) : null);
                    expected[(member, scope)] = (role, end);
                    break;
            }

            if (step % 500 == 0)
            {
                Compare(users, scopes, expected);
            }
        }

        Compare(users, scopes, expected);
    }

    private bool IsTeam(int scope) => _data.ScopeAt(scope).Kind == (byte)ScopeKind.Team;

    private int[] AddUsers() =>
        [.. Enumerable.Range(0, Users).Select(i => GraphData.OfUser(_data.AddUser([(byte)'u', (byte)i], active: true)))];

    /// <summary>Every fourth is a team.</summary>
    private int[] AddScopes() =>
        [.. Enumerable.Range(0, Scopes).Select(i => _data.AddScope(i % 4 == 0 ? ScopeId.Team($"team-{i}") : ScopeId.Group($"group-{i}"), _data.Account))];

    private void Compare(int[] users, int[] scopes, Dictionary<(int Member, int Scope), (int Role, long? End)> expected)
    {
        _data.Memberships.ShouldBe(expected.Count);
        foreach (var scope in scopes)
        {
            Held(_data.MembersOf(scope)).ShouldBe(
                [.. expected.Where(held => held.Key.Scope == scope).Select(held => (held.Key.Member, held.Value))], ignoreOrder: true);
            foreach (var user in users)
            {
                var found = _data.Find(user, scope);
                (found == NumberMaps.None ? ((int, long?)?)null : Said(found))
                    .ShouldBe(expected.TryGetValue((user, scope), out var held) ? held : null);
            }
        }
    }

    private List<(int Member, (int Role, long? End) Said)> Held(ReadOnlySpan<NumberEntry> entries)
    {
        var held = new List<(int Member, (int Role, long? End) Said)>();
        foreach (var entry in entries)
        {
            if (!entry.IsEmpty)
            {
                held.Add((entry.Key, Said(entry.Value)));
            }
        }

        return held;
    }

    private (int Role, long? End) Said(int held) => (_data.Held.RoleOf(held), HeldRoles.HasEnd(held) ? _data.Held.EndOf(held) : null);
}
