using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Users;
using Roster.Http.Scim.Discovery;
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
        .AddSingleton<Lister>()
        .AddSingleton<ListEndpoints>()
        .AddSingleton<UserEndpoints>()
        .AddSingleton<Dialect, ScimDialect>();
}
