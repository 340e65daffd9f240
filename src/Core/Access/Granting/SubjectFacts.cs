using Roster.Core.Access.Subjects;
using Roster.Core.Users;

namespace Roster.Core.Access.Granting;

/// <summary>What conditions may ask about a user.</summary>
internal sealed record SubjectFacts(string UserName, string? Email, string? ExternalId, Attributes Attributes)
{
    private const string UserNameName = "userName";
    private const string EmailName = "email";
    private const string ExternalIdName = "externalId";

    /// <summary>Names that no attribute may have.</summary>
    public static readonly string[] ReservedNames = [EmailName, ExternalIdName, UserNameName];

    public static SubjectFacts Of(User user, Attributes attributes) =>
        new(user.Name.Given, user.Name.Given.Contains('@') ? user.Name.Fold : null, user.ExternalId, attributes);

    public static bool IsReserved(string name) => name is UserNameName or EmailName or ExternalIdName;

    public string? Reserved(string name) => name switch
    {
        UserNameName => UserName,
        EmailName => Email,
        _ => ExternalId,
    };

    /// <summary>True where the text names the user; an address in any letters.</summary>
    public bool IsNamed(SubjectIdentifier identifier, string text) => identifier switch
    {
        SubjectIdentifier.UserName => UserName == text,
        SubjectIdentifier.Email => Email is not null && Email == Users.UserName.FoldOf(text),
        _ => ExternalId == text,
    };
}
