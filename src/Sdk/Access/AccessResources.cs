using Roster.Sdk.Native;
using Roster.Sdk.Transport;

namespace Roster.Sdk.Access;

/// <summary>Types of resource, and resources of an application's that the account knows: where they are, and what conditions may ask of them.</summary>
public sealed class AccessResources
{
    private readonly Calls _calls;

    internal AccessResources(Calls calls) => _calls = calls;

    /// <summary>By name.</summary>
    public Paged<AccessResourceType> ListTypesAsync(int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/api/resource-types").Page(pageSize, cursor), NativeJson.Default.AccessResourceType, cancellationToken);

    public Task<AccessResourceType> GetTypeAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/resource-types/{name}"), NativeJson.Default.AccessResourceType, cancellationToken);

    /// <summary>Makes the type, or another of it.</summary>
    /// <param name="ids"><see cref="ResourceIds.Registered"/> where nothing is said.</param>
    /// <param name="home">The account where nothing is said.</param>
    public Task<AccessResourceType> PutTypeAsync(
        string name, ResourceIds? ids = null, Place? home = null, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
            Call.Put($"/api/resource-types/{name}")
                .WithBody(new DefinedResourceType(ids, home), NativeRequests.Default.DefinedResourceType).As(options),
            NativeJson.Default.AccessResourceType,
            cancellationToken);

    /// <summary>Only a type of which no resource is registered.</summary>
    public Task RemoveTypeAsync(string name, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/resource-types/{name}").As(options), cancellationToken);

    /// <summary>By id.</summary>
    public Paged<AccessResource> ListAsync(string type, int? pageSize = null, CancellationToken cancellationToken = default) => _calls.List(
        cursor => Call.Get($"/api/resources/{type}").Page(pageSize, cursor), NativeJson.Default.AccessResource, cancellationToken);

    public Task<AccessResource> GetAsync(string type, string id, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/resources/{type}/{id}"), NativeJson.Default.AccessResource, cancellationToken);

    /// <summary>Registers the resource, or says anew where it is and what is kept of it.</summary>
    /// <param name="scope">The type's home where nothing is said.</param>
    /// <param name="attributes">All of them.</param>
    public Task<AccessResource> PutAsync(
        string type,
        string id,
        Place? scope = null,
        IReadOnlyDictionary<string, AttributeValue>? attributes = null,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default) => _calls.AskAsync(
            Call.Put($"/api/resources/{type}/{id}")
                .WithBody(new RegisteredResource(scope, attributes), NativeRequests.Default.RegisteredResource).As(options),
            NativeJson.Default.AccessResource,
            cancellationToken);

    public Task RemoveAsync(string type, string id, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.DoAsync(Call.Delete($"/api/resources/{type}/{id}").As(options), cancellationToken);
}
