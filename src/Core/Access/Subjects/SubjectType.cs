using Roster.Core.Memberships;

namespace Roster.Core.Access.Subjects;

/// <summary>By what a request names a subject. The numbers are stored.</summary>
public enum SubjectIdentifier
{
    Id = 1,

    /// <summary>The user name where it is an address; compared folded.</summary>
    Email = 2,
    UserName = 3,

    /// <summary>Not unique: one that two users have names nobody.</summary>
    ExternalId = 4,
}

/// <summary>What a request calls a kind of member, and by what it names one of them; the same in questions and in what a search finds.</summary>
public sealed record SubjectType(string Name, MemberKind Kind, SubjectIdentifier Identifier);
