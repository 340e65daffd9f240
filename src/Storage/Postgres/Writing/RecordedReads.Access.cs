using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Storage.Postgres.Writing;

internal sealed partial class RecordedReads
{
    public ValueTask<KeptAccessSettings?> AccessSettingsAsync() => On().AccessSettingsAsync();

    public ValueTask<Attributes> UserAttributesAsync(UserId user) => On(Fact.User(user)).UserAttributesAsync(user);

    public ValueTask<IReadOnlyList<User>> UsersByExternalIdAsync(string externalId, int atMost) =>
        On().UsersByExternalIdAsync(externalId, atMost);

    public ValueTask<ResourceType?> ResourceTypeAsync(string name) => On(Fact.Any(FactKind.ResourceTypes)).ResourceTypeAsync(name);

    public ValueTask<IReadOnlyList<ResourceType>> ResourceTypesAsync(string after, int limit) => On().ResourceTypesAsync(after, limit);

    public ValueTask<Resource?> ResourceAsync(string type, string id) => On(Fact.Resource(type, id)).ResourceAsync(type, id);

    public ValueTask<IReadOnlyList<Resource>> ResourcesAsync(string type, string after, int limit) =>
        On().ResourcesAsync(type, after, limit);

    public ValueTask ScanAccessAsync(IAccessScan scan) => On().ScanAccessAsync(scan);
}
