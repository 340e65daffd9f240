namespace Roster.Http.Scim;

/// <summary>How much may come in one Bulk request.</summary>
internal static class BulkLimits
{
    public const int MaxOperations = 1_000;
    public const int MaxPayload = 4 * 1_048_576;
}
