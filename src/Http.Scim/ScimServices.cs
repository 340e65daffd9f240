using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Users;
using Roster.Http.Scim.Bulk;
using Roster.Http.Scim.Discovery;
using Roster.Http.Scim.Groups;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Users;

namespace Roster.Http.Scim;

/// <summary>Puts the dialect together.</summary>
public static class ScimServices
{
    public static IServiceCollection AddScim(this IServiceCollection services) => services
        .AddSingleton<DiscoveryEndpoints>()
        .AddSingleton<IListSource<UserSearch, User>, UserSource>()
        .AddSingleton<IListing, Listing<UserSearch, User>>()
        .AddSingleton<IListSource<GroupSearch, GroupRow>, GroupSource>()
        .AddSingleton<IListing, Listing<GroupSearch, GroupRow>>()
        .AddSingleton<Lister>()
        .AddSingleton<ListEndpoints>()
        .AddSingleton<UserEndpoints>()
        .AddSingleton<GroupWrites>()
        .AddSingleton<GroupEndpoints>()
        .AddSingleton<BulkWrites>()
        .AddSingleton<BulkEndpoints>()
        .AddSingleton<Dialect, ScimDialect>();
}
