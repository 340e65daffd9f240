using Microsoft.AspNetCore.HttpOverrides;
using Roster.Core.Changes;
using Roster.Http;

namespace Roster.Server.Composition;

/// <summary>What stands between the client and the door, and only where it is configured: trusted proxies, and other sites' pages.</summary>
internal static class Between
{
    public static void UseTrustedProxies(this IApplicationBuilder app, Settings settings)
    {
        if (settings.TrustedProxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }

    public static IServiceCollection AddOrigins(this IServiceCollection services, Settings settings)
    {
        if (settings.CorsOrigins.Count > 0)
        {
            services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
                .WithOrigins([.. settings.CorsOrigins])
                .AllowAnyHeader()
                .AllowAnyMethod()
                .WithExposedHeaders("X-Request-Id", RevisionHeaders.Revision)));
        }

        return services;
    }

    public static void UseOrigins(this IApplicationBuilder app, Settings settings, Doors doors)
    {
        if (settings.CorsOrigins.Count > 0)
        {
            app.UseWhen(context => doors.Of(context.Request.Path, out _).Door == Door.WhyLabs, door => door.UseCors());
        }
    }
}
