using System.Security.Cryptography;
using System.Text;
using Roster.Core.Keys;
using Roster.Core.Memberships;
using Roster.Core.Roles;

namespace Roster.Tests.Storage.Conformance.Engine;

/// <summary>Changes with everything that a spec does not care about filled in.</summary>
internal static class Sample
{
    public static UserName Name(string given) => new(given, UserName.FoldOf(given));

    public static Person Person(string name) => new(Name(name), null, null, null, null, null, null);

    public static UserCreated User(string id, string? name = null, bool active = true, bool pending = false) =>
        new(new UserId(id), active, pending, Person(name ?? $"{id}@example.com"));

    public static UserRevived Revived(string id, string name) => new(new UserId(id), true, false, Person(name));

    public static ScopeCreated Scope(AccountId account, ScopeId scope, ScopeId? parent = null) =>
        new(scope, parent ?? ScopeId.Account(account), "The " + scope.Id, scope.Kind == ScopeKind.Connector ? "a_service" : null, null);

    public static RoleGiven Give(string user, long userNumber, ScopeId scope, string role, Instant? until = null)
    {
        var standard = StandardRoles.Find(role)!;
        return new(MemberId.User(new UserId(user)), userNumber, scope, role, standard.Level, standard.Cascades, until);
    }

    public static RoleChanged Change(string user, ScopeId scope, string role, Level oldLevel, Instant? until = null)
    {
        var standard = StandardRoles.Find(role)!;
        return new(MemberId.User(new UserId(user)), scope, role, standard.Level, standard.Cascades, until, oldLevel);
    }

    public static KeyMinted Key(string id, string? owner = null, Instant? expiresAt = null) => new(
        new KeyId(id), Hash(id), "The key " + id, Grants.Provision, Level.Member, owner is null ? null : new UserId(owner), ["a:b"], expiresAt);

    public static InvitationIssued Invitation(string id, string user, Instant expiresAt) =>
        new(new InvitationId(id), new UserId(user), Hash(id), expiresAt, Name($"{user}@example.com"));

    public static Note Note(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
