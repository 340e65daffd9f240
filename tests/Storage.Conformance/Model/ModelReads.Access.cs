using System.Text;
using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;

namespace Roster.Tests.Storage.Conformance.Model;

internal sealed partial class ModelReads
{
    public ValueTask<KeptAccessSettings?> AccessSettingsAsync() => new(model.AccessSettings);

    public ValueTask<Attributes> UserAttributesAsync(UserId user) => new(model.Attributes.GetValueOrDefault(user, Attributes.None));

    public ValueTask<IReadOnlyList<User>> UsersByExternalIdAsync(string externalId, int atMost) =>
        new([.. model.Users.Where(user => user.ExternalId == externalId).Take(atMost)]);

    public ValueTask<ResourceType?> ResourceTypeAsync(string name) => new(model.ResourceTypes.Find(type => type.Name == name));

    public ValueTask<IReadOnlyList<ResourceType>> ResourceTypesAsync(string after, int limit) =>
        new(After(model.ResourceTypes, type => type.Name, after, limit));

    public ValueTask<Resource?> ResourceAsync(string type, string id) =>
        new(model.Resources.Find(resource => resource.Type == type && resource.Id == id));

    public ValueTask<IReadOnlyList<Resource>> ResourcesAsync(string type, string after, int limit) =>
        new(After(model.Resources.Where(resource => resource.Type == type), resource => resource.Id, after, limit));

    public ValueTask ScanAccessAsync(IAccessScan scan)
    {
        foreach (var scope in model.Scopes)
        {
            scan.Scope((int)scope.Id.Kind, Utf8(scope.Id.Id), (int)scope.Parent.Kind, Utf8(scope.Parent.Id));
        }

        foreach (var user in model.Users)
        {
            scan.User(Utf8(user.Id.Value), user.Active);
        }

        foreach (var held in model.Memberships.Select(held => held.Membership))
        {
            scan.Membership((int)held.Scope.Kind, Utf8(held.Scope.Id), held.Member.Kind, Utf8(held.Member.Id), Utf8(held.Role), held.Until);
        }

        return default;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static List<T> After<T>(IEnumerable<T> rows, Func<T, string> key, string after, int limit) =>
    [
        .. rows.Where(row => Compare(key(row), after) > 0).OrderBy(key, Comparer<string>.Create(Compare)).Take(limit),
    ];

    private static int Compare(string left, string right) => Utf8(left).AsSpan().SequenceCompareTo(Utf8(right));
}
