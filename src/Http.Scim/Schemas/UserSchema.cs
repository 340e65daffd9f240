using static Roster.Http.Scim.Schemas.Attributes;

namespace Roster.Http.Scim.Schemas;

/// <summary>The attributes of users, the enterprise extension's apart.</summary>
internal static class UserSchema
{
    public static readonly ScimAttribute ExternalId = Exact("externalId", "The provisioning client's own identifier for the resource.");

    public static readonly ScimAttribute UserName = new("userName", "What the user is known by, unique in the account whatever its case.")
    {
        IsRequired = true,
        IsUnique = true,
    };

    public static readonly ScimAttribute FamilyName = Text("familyName", "The family name.");
    public static readonly ScimAttribute GivenName = Text("givenName", "The given name.");

    public static readonly ScimAttribute Name = Complex(
        "name",
        "The parts of the user's name.",
        new ScimAttribute("formatted", "The whole name, as it is to be shown.") { MaxLength = MaxUrl },
        FamilyName,
        GivenName,
        Text("middleName", "The middle names."),
        Text("honorificPrefix", "Titles before the name."),
        Text("honorificSuffix", "What follows the name, such as III."));

    public static readonly ScimAttribute DisplayName = Text("displayName", "The name to show for the user.");

    public static readonly ScimAttribute Active = Flag("active", "False for a user who may do nothing; role memberships end then.", required: true);

    public static readonly ScimAttribute Emails = Many(
        "emails",
        "Addresses of the user; they need not be unique, and userName is not among them by itself.",
        Text("value", "The address."),
        Text("display", "What to show for it."),
        Kind("work", "home", "other"),
        Attributes.Primary());

    public static readonly ScimAttribute PhoneNumbers = Many(
        "phoneNumbers",
        "Phone numbers of the user.",
        Text("value", "The number, as it was written."),
        Text("display", "What to show for it."),
        Kind("work", "home", "mobile", "fax", "pager", "other"),
        Attributes.Primary());

    public static readonly ScimAttribute Photos = Many(
        "photos",
        "Pictures of the user.",
        new ScimAttribute("value", "Where the picture is.")
        {
            Type = AttributeType.Reference,
            IsCaseExact = true,
            ReferenceTypes = ["external"],
            MaxLength = Core.Users.PersonRules.MaxPicture,
        },
        Text("display", "What to show for it."),
        Kind("photo", "thumbnail"),
        Attributes.Primary());

    public static readonly ScimAttribute Groups = new("groups", "The groups that the user is in, directly or through a team.")
    {
        Type = AttributeType.Complex,
        IsMulti = true,
        Mutability = Mutability.ReadOnly,
        Subs =
        [
            new("value", "The group's id.") { IsCaseExact = true, Mutability = Mutability.ReadOnly },
            new("$ref", "Where the group is.")
            {
                Type = AttributeType.Reference,
                IsCaseExact = true,
                ReferenceTypes = ["Group"],
                Mutability = Mutability.ReadOnly,
            },
            new("display", "The group's displayName.") { Mutability = Mutability.ReadOnly },
            new("type", "Whether the user is in it directly or through a team.")
            {
                CanonicalValues = ["direct", "indirect"],
                Mutability = Mutability.ReadOnly,
            },
        ],
    };

    public static readonly ScimAttribute Manager = Complex(
        "manager",
        "The user's manager.",
        Exact("value", "The id of the manager."),
        Reference("$ref", "Where the manager is.", "User"),
        new ScimAttribute("displayName", "The manager's displayName.") { Mutability = Mutability.ReadOnly });

    public static readonly ScimAttribute EmployeeNumber = Text("employeeNumber", "The number that the organization gives the employee.");

    public static readonly SchemaDocument Core2 = new(
        Urns.User,
        "User",
        "User Account",
        [
            ExternalId,
            UserName,
            Name,
            DisplayName,
            Text("nickName", "How the user is called casually."),
            Reference("profileUrl", "A page about the user.", "external"),
            Text("title", "The user's title, such as Vice President."),
            Text("userType", "How the user relates to the organization, such as Employee."),
            Text("preferredLanguage", "The language that the user prefers."),
            Text("locale", "Where the user is, for formats of dates and numbers."),
            Text("timezone", "The user's time zone."),
            Active,
            Emails,
            PhoneNumbers,
            Photos,
            Addresses(),
            Groups,
        ]);

    public static readonly SchemaDocument Enterprise = new(
        Urns.EnterpriseUser,
        "EnterpriseUser",
        "Enterprise User",
        [
            EmployeeNumber,
            Text("costCenter", "The cost center."),
            Text("organization", "The organization."),
            Text("division", "The division."),
            Text("department", "The department."),
            Manager,
        ]);

    private static ScimAttribute Addresses() => Many(
        "addresses",
        "Postal addresses of the user.",
        Lines("formatted", "The whole address, as it is to be printed.", MaxUrl),
        Lines("streetAddress", "Street, house number and what belongs to them."),
        Lines("locality", "The city."),
        Lines("region", "The state or region."),
        Lines("postalCode", "The postal code."),
        Lines("country", "The country."),
        Kind("work", "home", "other"),
        Attributes.Primary());

    private static ScimAttribute Lines(string name, string description, int maxLength = 1_024) =>
        new(name, description) { AllowsLineBreaks = true, MaxLength = maxLength };
}
