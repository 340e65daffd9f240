using Microsoft.Extensions.DependencyInjection;
using Roster.Http.Fivetran.Accounts;
using Roster.Http.Fivetran.Connections;
using Roster.Http.Fivetran.Groups;
using Roster.Http.Fivetran.Roles;
using Roster.Http.Fivetran.Teams;
using Roster.Http.Fivetran.Users;

namespace Roster.Http.Fivetran;

/// <summary>Registers Fivetran's door.</summary>
public static class FivetranServices
{
    /// <summary>The dialect and its endpoints; the core's use cases are registered by whoever composes the server.</summary>
    public static IServiceCollection AddFivetran(this IServiceCollection services) => services
        .AddSingleton<UserEndpoints>()
        .AddSingleton<UserMembershipEndpoints>()
        .AddSingleton<GroupEndpoints>()
        .AddSingleton<GroupUserEndpoints>()
        .AddSingleton<ConnectionEndpoints>()
        .AddSingleton<TeamEndpoints>()
        .AddSingleton<TeamUserEndpoints>()
        .AddSingleton<TeamMembershipEndpoints>()
        .AddSingleton<RoleEndpoints>()
        .AddSingleton<AccountEndpoints>()
        .AddSingleton<FivetranRoutes>()
        .AddSingleton<Dialect, FivetranDialect>();
}
