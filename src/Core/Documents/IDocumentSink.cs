using Roster.Core.Memberships;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Documents;

/// <summary>Takes an account's state down as a document: roles, users, teams, organizations, groups and connectors, then memberships.</summary>
/// <remarks>It is filled while a snapshot is held, and so waits for nobody. It may be begun again, and then forgets what it took down.</remarks>
public interface IDocumentSink
{
    void Begin(AccountId account);

    void Add(Role role);

    void Add(User user);

    void Add(Scope scope);

    void Add(UserName user, Membership membership);

    /// <summary>A team's.</summary>
    void Add(Membership membership);

    void End();
}
