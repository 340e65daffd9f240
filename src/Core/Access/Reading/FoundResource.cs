using Roster.Core.Access.Resources;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Core.Access.Reading;

/// <summary>Where the resource that a request names is, if it is anywhere.</summary>
/// <param name="Scopes">The place itself, then what is above it; the account last.</param>
/// <param name="Kept">What the account keeps about the resource.</param>
internal sealed record FoundResource(IReadOnlyList<ScopeId> Scopes, Attributes? Kept)
{
    public static async ValueTask<FoundResource?> FindAsync(IReads reads, string type, string id)
    {
        if (!Text.IsStorable(type) || !Text.IsStorable(id))
        {
            return null;
        }

        if (ResourceType.BuiltIn(type) is { } kind)
        {
            return await AtAsync(reads, new(kind, id), null);
        }

        var defining = reads.ResourceTypeAsync(type);
        var resource = await reads.ResourceAsync(type, id);
        return await defining is not { } defined ? null
            : resource is not null ? await AtAsync(reads, resource.Scope, resource.Attributes)
            : defined.Ids == ResourceIds.Any ? await AtAsync(reads, defined.Home, null)
            : null;
    }

    private static async ValueTask<FoundResource?> AtAsync(IReads reads, ScopeId place, Attributes? kept)
    {
        var scopes = new List<ScopeId>();
        while (place.Kind != ScopeKind.Account)
        {
            if (await reads.ScopeAsync(place) is not { } scope)
            {
                return null;
            }

            scopes.Add(place);
            place = scope.Parent;
        }

        scopes.Add(place);
        return await reads.ExistsAsync(place) ? new(scopes, kept) : null;
    }
}
