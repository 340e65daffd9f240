using System.Text;
using Roster.Core.Changes;
using Roster.Core.Users;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Users;

/// <summary>A user as a provisioner wrote them, in the core's terms.</summary>
internal sealed record WrittenUser(
    UserName Name,
    string? GivenName,
    string? FamilyName,
    string? DisplayName,
    string? Phone,
    string? Picture,
    string? ExternalId,
    bool Active,
    UserProfile Profile)
{
    public PersonPatch ToPatch() => new(
        Name, GivenName, FamilyName, Phone, Picture, ExternalId, DisplayName: DisplayName, Profile: (Core.Values.Optional<UserProfile?>)Profile);

    public CreateUserRequest ToRequest() => new(
        Name, GivenName, FamilyName, Phone, Picture, ExternalId, Active: Active, DisplayName: DisplayName, Profile: Profile);

    /// <param name="resource">Complete; stays as it is.</param>
    public static ScimError? Read(ScimObject resource, out WrittenUser? written)
    {
        written = null;
        var name = UserName.Parse(resource.Text(UserSchema.UserName) ?? "", "userName");
        if (name.Failed(out var fault))
        {
            return ScimFaults.Of(fault);
        }

        var tree = resource.Copy();
        var parts = tree[UserSchema.Name] as ScimObject ?? new ScimObject();
        var (given, family) = (parts.Text(UserSchema.GivenName), parts.Text(UserSchema.FamilyName));
        (parts[UserSchema.GivenName], parts[UserSchema.FamilyName]) = (null, null);
        var terms = TermsOf(tree);
        foreach (var known in (ScimAttribute[])[UserSchema.UserName, UserSchema.ExternalId, UserSchema.DisplayName, UserSchema.Active])
        {
            tree[known] = null;
        }

        var (phone, picture) = (LeadingValue.Take(tree, UserSchema.PhoneNumbers), LeadingValue.Take(tree, UserSchema.Photos));
        written = new(
            name.Value,
            given,
            family,
            resource.Text(UserSchema.DisplayName),
            phone,
            picture,
            resource.Text(UserSchema.ExternalId),
            resource.Flag(UserSchema.Active) ?? true,
            new(ProfileText.Of(tree), terms));
        return Bound(tree);
    }

    private static ScimError? Bound(ScimObject tree)
    {
        tree[UserSchema.Photos] = null;
        return Encoding.UTF8.GetByteCount(ProfileText.Of(tree)) > ProfileText.MaxLength
            ? ScimError.Value($"request: all attributes together must be at most {ProfileText.MaxLength} bytes long, photos apart.")
            : null;
    }

    private static IReadOnlyList<UserTerm> TermsOf(ScimObject tree)
    {
        var enterprise = tree[ResourceType.User.Extension!] as ScimObject;
        var emails = tree[UserSchema.Emails] as ScimList;
        List<UserTerm?> terms =
        [
            .. emails?.Objects.Select(email => Term(TermKind.Email, email.Text(UserSchema.Emails.Value!))) ?? [],
            Term(TermKind.EmployeeNumber, enterprise?.Text(UserSchema.EmployeeNumber)),
            Term(TermKind.Manager, (enterprise?[UserSchema.Manager] as ScimObject)?.Text(UserSchema.Manager.Value!)),
        ];
        return [.. terms.OfType<UserTerm>().Distinct()];
    }

    private static UserTerm? Term(TermKind kind, string? text) => string.IsNullOrEmpty(text) ? null : UserTerm.Of(kind, text);
}
