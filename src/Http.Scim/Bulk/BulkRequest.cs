using System.Text.Json;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Bulk;

/// <summary>Many operations at once.</summary>
/// <param name="MaxErrors">After so many nothing more is done; null to do all in any case.</param>
internal sealed record BulkRequest(IReadOnlyList<BulkOperation> Operations, int? MaxErrors)
{
    public static ScimError? Read(JsonElement body, out BulkRequest request)
    {
        request = new([], null);
        if (ResourceReader.Schemas(body, Urns.BulkRequest) is { } wrong)
        {
            return wrong;
        }

        if (JsonMembers.Find(body, "Operations") is not { ValueKind: JsonValueKind.Array } json || json.GetArrayLength() == 0)
        {
            return ScimError.Syntax("Operations: must be an array of at least one operation.");
        }

        if (json.GetArrayLength() > BulkLimits.MaxOperations)
        {
            return ScimError.TooLarge($"Operations: must be at most {BulkLimits.MaxOperations}.");
        }

        if (json.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
        {
            return ScimError.Syntax("Operations: each must be an object.");
        }

        int? maxErrors = null;
        if (JsonMembers.FindValue(body, "failOnErrors") is { } given)
        {
            if (given.ValueKind != JsonValueKind.Number || !given.TryGetInt32(out var most) || most < 1)
            {
                return ScimError.Value("failOnErrors: must be a whole number of 1 or more.");
            }

            maxErrors = most;
        }

        request = new([.. json.EnumerateArray().Select(BulkOperation.Read)], maxErrors);
        var names = request.Operations.Select(operation => operation.BulkId).Where(id => !string.IsNullOrEmpty(id)).ToList();
        return names.Count == names.Distinct(StringComparer.Ordinal).Count() ? null : ScimError.Syntax("bulkId: must be another for each operation.");
    }
}
