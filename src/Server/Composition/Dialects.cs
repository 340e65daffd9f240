using Roster.Core.Changes;
using Roster.Http;
using Roster.Http.AuthZen;
using Roster.Http.Fivetran;
using Roster.Http.Native;
using Roster.Http.Scim;
using Roster.Http.WhyLabs;

namespace Roster.Server.Composition;

/// <summary>The protocols that this server speaks.</summary>
internal static class Dialects
{
    public static IServiceCollection AddDialects(this IServiceCollection services) => services
        .AddFivetran()
        .AddWhyLabs()
        .AddAuthZen()
        .AddScim()
        .AddNative()
        .AddSingleton(provider => Compose([.. provider.GetServices<Dialect>()]));

    /// <summary>The pipeline runs the handlers itself, right after routing: what is mapped here only carries them.</summary>
    public static void MapRoutes(this IEndpointRouteBuilder endpoints, Doors doors)
    {
        foreach (var dialect in doors.Dialects)
        {
            foreach (var route in dialect.Routes.Concat(OpenApi.RoutesOf(dialect)))
            {
                endpoints.MapMethods(route.Pattern, [route.Method], static _ => Task.CompletedTask).WithMetadata(route);
            }
        }
    }

    /// <summary>Roots that no dialect knows answer as native.</summary>
    private static Doors Compose(IReadOnlyList<Dialect> dialects) =>
        new(dialects, dialects.First(dialect => dialect.Door == Door.Native));
}
