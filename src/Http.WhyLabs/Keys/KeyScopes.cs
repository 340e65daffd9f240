using Roster.Core.Keys;

namespace Roster.Http.WhyLabs.Keys;

/// <summary>
/// WhyLabs' names for what a key may do. One of them is our admin grant; the others are kept and shown, and open little
/// here, since what they were made for is not here.
/// </summary>
internal sealed record KeyScopes(Grants Grants, IReadOnlyList<string> Labels)
{
    private const string Admin = ":account_administrator";

    private static readonly string[] Listing = [":administrator", ":user"];

    private static readonly string[] Others =
    [
        .. Listing,
        ":authenticated",
        ":secure_container",
        ":write_data",
        ":write_notification",
        ":read_notification",
        ":write_resource",
        ":read_resource",
    ];

    public static KeyScopes Read(QueryFields query)
    {
        var scopes = query.Texts("scopes").Where(scope => scope.Length > 0).Distinct().ToList();
        foreach (var unknown in scopes.Where(scope => scope != Admin && !Others.Contains(scope)))
        {
            query.Refuse("scopes", $"must not contain '{unknown}'");
        }

        var isAdmin = scopes.Remove(Admin);
        return new(isAdmin ? Grants.Admin : Grants.None, scopes);
    }

    /// <summary>As they are shown. Grants that WhyLabs has no word for show as nothing.</summary>
    public static IReadOnlyList<string> Of(ApiKey key) =>
        (key.Grants & Grants.Admin) != 0 ? [Admin, .. key.Labels] : key.Labels;

    public static bool OpensOrganizations(ApiKey key) => key.Labels.Any(Listing.Contains);
}
