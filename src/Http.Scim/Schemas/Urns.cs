namespace Roster.Http.Scim.Schemas;

/// <summary>The names that SCIM gives its schemas and messages.</summary>
internal static class Urns
{
    public const string User = Core + "User";
    public const string Group = Core + "Group";
    public const string Schema = Core + "Schema";
    public const string ResourceType = Core + "ResourceType";
    public const string ServiceProviderConfig = Core + "ServiceProviderConfig";
    public const string EnterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    public const string ListResponse = Messages + "ListResponse";
    public const string SearchRequest = Messages + "SearchRequest";
    public const string PatchOp = Messages + "PatchOp";
    public const string BulkRequest = Messages + "BulkRequest";
    public const string BulkResponse = Messages + "BulkResponse";
    public const string Error = Messages + "Error";

    private const string Core = "urn:ietf:params:scim:schemas:core:2.0:";
    private const string Messages = "urn:ietf:params:scim:api:messages:2.0:";

    public static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
