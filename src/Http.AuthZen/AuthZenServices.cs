using Microsoft.Extensions.DependencyInjection;
using Roster.Http.AuthZen.Checking;
using Roster.Http.AuthZen.Searching;

namespace Roster.Http.AuthZen;

/// <summary>Puts the dialect together.</summary>
public static class AuthZenServices
{
    public static IServiceCollection AddAuthZen(this IServiceCollection services) => services
        .AddSingleton<Evaluations>()
        .AddSingleton<Searches>()
        .AddSingleton<AuthZenRoutes>()
        .AddSingleton<Dialect, AuthZenDialect>();
}
