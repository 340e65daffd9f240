using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Storage;

/// <summary>The part of a snapshot that access checks ask for besides users, scopes, memberships and roles.</summary>
public interface IAccessReads
{
    /// <summary>Null where the account has never said any.</summary>
    ValueTask<KeptAccessSettings?> AccessSettingsAsync();

    /// <summary>None where nothing is kept about the user.</summary>
    ValueTask<Attributes> UserAttributesAsync(UserId user);

    /// <summary>Users with exactly that external id, in no particular order, at most so many.</summary>
    ValueTask<IReadOnlyList<User>> UsersByExternalIdAsync(string externalId, int atMost);

    ValueTask<ResourceType?> ResourceTypeAsync(string name);

    /// <summary>Types by name, ascending by bytes, after the one given (<c>""</c> for the first).</summary>
    ValueTask<IReadOnlyList<ResourceType>> ResourceTypesAsync(string after, int limit);

    ValueTask<Resource?> ResourceAsync(string type, string id);

    /// <summary>Registered resources of a type by id, ascending by bytes, after the one given (<c>""</c> for the first).</summary>
    ValueTask<IReadOnlyList<Resource>> ResourcesAsync(string type, string after, int limit);

    /// <summary>
    /// Shows whoever can be asked about: all scopes, users and memberships, those past their end too, each in the order of its key.
    /// </summary>
    ValueTask ScanAccessAsync(IAccessScan scan);
}

/// <summary>Is shown the rows that access rests on: first the scopes, then the users, then the memberships. Texts are UTF-8, and gone after the call.</summary>
public interface IAccessScan
{
    void Scope(int kind, ReadOnlySpan<byte> id, int parentKind, ReadOnlySpan<byte> parentId);

    void User(ReadOnlySpan<byte> id, bool active);

    void Membership(
        int scopeKind, ReadOnlySpan<byte> scopeId, MemberKind memberKind, ReadOnlySpan<byte> memberId, ReadOnlySpan<byte> role, Instant? until);
}
