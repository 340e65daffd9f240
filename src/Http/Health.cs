using Microsoft.AspNetCore.Http;
using Roster.Core.Storage;

namespace Roster.Http;

/// <summary>
/// <c>/healthz</c>: the process is alive. <c>/readyz</c>: the store can be read and written, and the server is not about to
/// stop. Both are outside every door and need no key.
/// </summary>
public sealed class Health(IStore store, Drain drain)
{
    private static readonly byte[] Alive = """{"status":"alive"}"""u8.ToArray();
    private static readonly byte[] Ready = """{"status":"ready"}"""u8.ToArray();
    private static readonly byte[] NotReady = """{"status":"not ready"}"""u8.ToArray();

    internal static bool Answers(PathString path) => path.Value is "/healthz" or "/readyz";

    internal Task AnswerAsync(HttpContext context) => context.Request switch
    {
        { Method: not ("GET" or "HEAD") } => RefuseAsync(context),
        { Path.Value: "/healthz" } => WriteAsync(context, StatusCodes.Status200OK, Alive),
        _ => AnswerReadyAsync(context),
    };

    private async Task AnswerReadyAsync(HttpContext context)
    {
        var ready = !drain.HasBegun && await store.IsReadyAsync(context.RequestAborted);
        await (ready
            ? WriteAsync(context, StatusCodes.Status200OK, Ready)
            : WriteAsync(context, StatusCodes.Status503ServiceUnavailable, NotReady));
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.Allow = "GET, HEAD";
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
