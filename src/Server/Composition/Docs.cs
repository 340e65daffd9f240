using Roster.Http;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Roster.Server.Composition;

/// <summary><c>/docs</c>: a page to read and try the dialects' OpenAPI documents, served from here alone.</summary>
internal static class Docs
{
    private const string Prefix = "docs";

    // The page's own script sets styles inline.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseDocs(this IApplicationBuilder app, Doors doors) => app.Use(next =>
    {
        // Put together when somebody first looks, so that no start pays for it.
        var page = new Lazy<RequestDelegate>(() => Page(app.New(), doors, next));
        return context => context.Request.Path.StartsWithSegments("/" + Prefix, StringComparison.OrdinalIgnoreCase) ? page.Value(context) : next(context);
    });

    private static RequestDelegate Page(IApplicationBuilder branch, Doors doors, RequestDelegate next)
    {
        branch.Use(static (HttpContext context, RequestDelegate rest) =>
        {
            context.Response.OnStarting(static response => Protect((HttpResponse)response), context.Response);
            return rest(context);
        });
        branch.UseSwaggerUI(page => Describe(page, doors));
        branch.Run(next);
        return branch.Build();
    }

    private static void Describe(SwaggerUIOptions page, Doors doors)
    {
        page.RoutePrefix = Prefix;
        page.DocumentTitle = "Roster";
        page.EnableValidator(null);
        foreach (var dialect in doors.Dialects.OrderBy(dialect => dialect.Door))
        {
            if (OpenApi.PathOf(dialect) is { } document)
            {
                // Relative to the page, so that it also works behind a proxy that adds a prefix.
                page.SwaggerEndpoint(".." + document, dialect.Door.ToString());
            }
        }
    }

    private static Task Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        return Task.CompletedTask;
    }
}
