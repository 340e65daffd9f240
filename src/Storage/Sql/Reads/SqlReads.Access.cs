using Roster.Core.Access;
using Roster.Core.Access.Resources;
using Roster.Core.Access.Subjects;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

internal sealed partial class SqlReads
{
    public ValueTask<KeptAccessSettings?> AccessSettingsAsync() =>
        Sql.OneAsync(AccessStatements.FindSettings, AccessRows.Settings, _account);

    public async ValueTask<Attributes> UserAttributesAsync(UserId user) =>
        await Sql.OneAsync(AccessStatements.FindAttributes, AccessRows.Attributes, _account, user.Value) ?? Attributes.None;

    public async ValueTask<IReadOnlyList<User>> UsersByExternalIdAsync(string externalId, int atMost) =>
        await Sql.ManyAsync(AccessStatements.UsersByExternalId, Rows.User, _account, externalId, atMost);

    public ValueTask<ResourceType?> ResourceTypeAsync(string name) =>
        Sql.OneAsync(AccessStatements.FindType, AccessRows.Type, _account, name);

    public async ValueTask<IReadOnlyList<ResourceType>> ResourceTypesAsync(string after, int limit) =>
        await Sql.ManyAsync(AccessStatements.ListTypes, AccessRows.Type, _account, after, limit);

    public ValueTask<Resource?> ResourceAsync(string type, string id) =>
        Sql.OneAsync(AccessStatements.FindResource, AccessRows.Resource, _account, type, id);

    public async ValueTask<IReadOnlyList<Resource>> ResourcesAsync(string type, string after, int limit) =>
        await Sql.ManyAsync(AccessStatements.ListResources, AccessRows.Resource, _account, type, after, limit);

    public ValueTask ScanAccessAsync(IAccessScan scan) => new AccessScanning(Sql, _account, scan).RunAsync();
}
