using Roster.Core.Access.Granting;
using Roster.Core.Access.Subjects;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Core.Access.Reading;

/// <summary>The member whom a request names, if there is one and they are active.</summary>
/// <param name="Facts">Null for a team.</param>
internal sealed record FoundSubject(MemberId Member, SubjectFacts? Facts)
{
    public static async ValueTask<FoundSubject?> FindAsync(IReads reads, AccessSettings settings, AccessSubject subject)
    {
        if (settings.Find(subject.Type) is not { } type || !Text.IsStorable(subject.Id))
        {
            return null;
        }

        if (type.Kind == MemberKind.Team)
        {
            return await reads.ScopeAsync(ScopeId.Team(subject.Id)) is null ? null : new(MemberId.Team(subject.Id), null);
        }

        return await FindUserAsync(reads, type.Identifier, subject.Id) is { Active: true } user
            ? new(MemberId.User(user.Id), SubjectFacts.Of(user, await reads.UserAttributesAsync(user.Id)))
            : null;
    }

    /// <summary>The user whom the text names. Nothing is guessed: a text that could name two names nobody.</summary>
    public static async ValueTask<User?> FindUserAsync(IReads reads, SubjectIdentifier identifier, string text)
    {
        switch (identifier)
        {
            case SubjectIdentifier.Id:
                return await reads.UserAsync(new(text));
            case SubjectIdentifier.Email:
                return text.Contains('@') ? await reads.UserNamedAsync(UserName.FoldOf(text)) : null;
            case SubjectIdentifier.UserName:
                return await reads.UserNamedAsync(UserName.FoldOf(text)) is { } user && user.Name.Given == text ? user : null;
            default:
                return await reads.UsersByExternalIdAsync(text, 2) is [var only] ? only : null;
        }
    }

    /// <summary>What names the user in requests; null where nothing does.</summary>
    public static async Task<string?> NameAsync(IReads reads, SubjectIdentifier identifier, UserId id)
    {
        if (await reads.UserAsync(id) is not { } user)
        {
            return null;
        }

        var facts = SubjectFacts.Of(user, Attributes.None);
        var text = identifier switch
        {
            SubjectIdentifier.Id => id.Value,
            SubjectIdentifier.Email => facts.Email,
            SubjectIdentifier.UserName => facts.UserName,
            _ => facts.ExternalId,
        };
        return identifier == SubjectIdentifier.ExternalId && text is not null && await reads.UsersByExternalIdAsync(text, 2) is not [_]
            ? null
            : text;
    }
}
