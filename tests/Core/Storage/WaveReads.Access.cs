using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Tests.Core.Storage;

internal sealed partial class WaveReads
{
    public ValueTask<KeptAccessSettings?> AccessSettingsAsync() => Ask(reads.AccessSettingsAsync);

    public ValueTask<Attributes> UserAttributesAsync(UserId user) => Ask(() => reads.UserAttributesAsync(user));

    public ValueTask<IReadOnlyList<User>> UsersByExternalIdAsync(string externalId, int atMost) =>
        Ask(() => reads.UsersByExternalIdAsync(externalId, atMost));

    public ValueTask<ResourceType?> ResourceTypeAsync(string name) => Ask(() => reads.ResourceTypeAsync(name));

    public ValueTask<IReadOnlyList<ResourceType>> ResourceTypesAsync(string after, int limit) =>
        Ask(() => reads.ResourceTypesAsync(after, limit));

    public ValueTask<Resource?> ResourceAsync(string type, string id) => Ask(() => reads.ResourceAsync(type, id));

    public ValueTask<IReadOnlyList<Resource>> ResourcesAsync(string type, string after, int limit) =>
        Ask(() => reads.ResourcesAsync(type, after, limit));

    public ValueTask ScanAccessAsync(IAccessScan scan) => reads.ScanAccessAsync(scan);
}
