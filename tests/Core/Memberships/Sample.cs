using Roster.Core.Changes;
using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Tests.Core.Memberships;

/// <summary>Users and memberships with everything that a rule does not look at filled in.</summary>
internal static class Sample
{
    public static readonly ScopeId Account = ScopeId.Account(new("org-1"));

    public static User User(string id, bool active = true, bool pending = false) => new()
    {
        Id = new(id),
        Number = 1,
        Name = UserName.Parse($"{id}@example.com", "userName").Value,
        Active = active,
        Pending = pending,
        Verified = false,
        CreatedAt = default,
        ChangedIn = 1,
        ChangedAt = default,
    };

    public static Membership Held(string user, Level level, Instant? until = null) =>
        Held(user, StandardRoles.OfLevel(ScopeKind.Account, level).Name, until);

    public static Membership Held(string user, string role, Instant? until = null) => new(
        MemberId.User(new(user)), Account, 2, role, StandardRoles.Find(role)!.Level, until, default, "server", Door.Server, 2, default);
}
