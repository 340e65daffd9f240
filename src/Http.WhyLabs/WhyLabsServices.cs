using Microsoft.Extensions.DependencyInjection;
using Roster.Http.WhyLabs.Keys;
using Roster.Http.WhyLabs.Memberships;
using Roster.Http.WhyLabs.Organizations;
using Roster.Http.WhyLabs.Users;

namespace Roster.Http.WhyLabs;

/// <summary>Puts the dialect together.</summary>
public static class WhyLabsServices
{
    public static IServiceCollection AddWhyLabs(this IServiceCollection services) => services
        .AddSingleton<AccountUsers>()
        .AddSingleton<AccountMemberships>()
        .AddSingleton<OrganizationMemberships>()
        .AddSingleton<ManagedOrganizations>()
        .AddSingleton<ApiKeys>()
        .AddSingleton<Dialect, WhyLabsDialect>();
}
