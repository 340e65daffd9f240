using Roster.Core.Scopes;

namespace Roster.Core.Values;

/// <summary>Makes ids and secrets, once per request and outside whatever may run again.</summary>
public interface IIdSource
{
    UserId NextUser();

    /// <summary>An id in the form of the kind: <c>org-…</c> for organizations, free otherwise.</summary>
    string NextScope(ScopeKind kind);

    AccountId NextAccount();

    KeyId NextKey();

    InvitationId NextInvitation();

    SetToken NextSet();

    string NextPlan();

    /// <summary>53 random letters and digits: 315 bits.</summary>
    string NextSecret();
}
