using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;

namespace Roster.Http;

/// <summary>One request and its answer, as an endpoint sees them.</summary>
public sealed class Exchange
{
    /// <summary>How every answer is written, streamed ones too.</summary>
    public static readonly JsonWriterOptions Writing = new()
    {
        // Every answer is application/json and never part of a page, so only what JSON itself needs is escaped.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly IStore _store;
    private readonly Limits _limits;
    private Caller? _caller;

    internal Exchange(HttpContext context, Dialect dialect, IStore store, Limits limits)
    {
        (Context, Dialect, _store, _limits) = (context, dialect, store, limits);
        Epoch = store.Epoch;
        RequestId = RequestIds.Of(context.Request);
    }

    public HttpContext Context { get; }

    public Dialect Dialect { get; }

    /// <summary>Null where nothing is at the path.</summary>
    public Route? Route => Context.GetEndpoint()?.Metadata.GetMetadata<Route>();

    /// <summary>As the client sent it, or made here; on every answer.</summary>
    public string RequestId { get; }

    /// <summary>The store's epoch, which the revision is of: part of every revision, ETag and cursor.</summary>
    public string Epoch { get; internal set; }

    public CancellationToken Cancellation => Context.RequestAborted;

    /// <summary>Who asks. Not there on routes for anyone.</summary>
    public Caller Caller
    {
        get => _caller ?? throw new InvalidOperationException("The route has no caller.");
        internal set => _caller = value;
    }

    public bool HasCaller => _caller is not null;

    public AccountId Account => Caller.Account;

    /// <summary>The revision that the answer was judged at; 0 while there is none.</summary>
    public long Revision { get; private set; }

    /// <summary>The bytes of the body, once it has been read; empty where none was.</summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>What the caller's key has left of its hour; null where requests are not limited.</summary>
    public RateStanding? RateStanding { get; internal set; }

    /// <summary>The body of the 200 that was answered, where the route's answers are kept.</summary>
    internal ReadOnlyMemory<byte> KeptBody { get; private set; }

    internal bool Keeps { get; set; }

    /// <summary>The route's value for a parameter of its pattern. What no store can hold becomes what nothing is called.</summary>
    public string Path(string name) =>
        Context.Request.RouteValues[name] is string value && Text.IsStorable(value) ? WithSlashes(value) : "\uFFFD";

    /// <summary>The query, read once for each parameter.</summary>
    public QueryFields Query() => new(Context.Request.Query);

    /// <summary>Of what the route answers, the media type that the client wants most.</summary>
    public string ChooseMediaType(string own) => Acceptance.Choose(Context.Request.Headers.Accept, [own, .. Route!.MediaTypes]);

    /// <summary>The body's JSON object; null once the request has been refused for having none.</summary>
    /// <param name="forms">What the object may be written in besides JSON.</param>
    public async ValueTask<Fields?> ReadBodyAsync(params IReadOnlyList<BodyForm> forms)
    {
        var (fields, fault) = await JsonBody.ReadAsync(this, forms);
        if (fault is not null)
        {
            await Dialect.AnswerAsync(this, fault);
        }

        return fields;
    }

    /// <summary>Answers the fault in the dialect's shape, if the outcome is one; else notes the revision and goes on.</summary>
    /// <returns>True when the request has been answered.</returns>
    public async ValueTask<bool> RefusedAsync<T>(Outcome<T> outcome)
    {
        At(outcome.Revision);
        if (!outcome.Failed(out var fault))
        {
            return false;
        }

        await Dialect.AnswerAsync(this, fault);
        return true;
    }

    /// <summary>Answers what is wrong with the request itself, if anything is.</summary>
    /// <returns>True when the request has been answered.</returns>
    public async ValueTask<bool> RefusedAsync(Fault? problem)
    {
        if (problem is null)
        {
            return false;
        }

        await Dialect.AnswerAsync(this, problem);
        return true;
    }

    /// <summary>Counts users about to be created, and refuses them where the account has had its hour's worth.</summary>
    /// <returns>True when the request has been answered.</returns>
    public async ValueTask<bool> RefusedNewUsersAsync(int users = 1)
    {
        if (CountNewUsers(users) is not { } fault)
        {
            return false;
        }

        await Dialect.AnswerAsync(this, fault);
        return true;
    }

    /// <summary>As <see cref="RefusedNewUsersAsync"/>, where there is more to answer than the refusal.</summary>
    /// <remarks>A key that may create nobody is refused later and is not counted here, or it could use up the hour of those that may.</remarks>
    public HttpFault? CountNewUsers(int users = 1) =>
        Caller.Actor is KeyActor actor && !actor.InAccount.Allows(Grants.Provision)
            ? null
            : _limits.CountNewUsers(Account, users, _store.Now);

    /// <summary>A replica may answer somewhat before the account's latest revision, which is what it says then.</summary>
    public void At(long revision) => Revision = revision > Revision || _caller is { Seen: > 0 } ? revision : Revision;

    /// <summary>The answer was judged before, at this revision. One of another epoch says nothing in this one.</summary>
    public void IsOf(string epoch, long revision) => Revision = epoch == Epoch ? revision : Revision;

    /// <summary>The request named a revision, and whoever knows that one may answer.</summary>
    internal void HasSeen(long revision) => Caller = Caller with { Seen = revision };

    /// <summary>Writes a JSON answer, whole, with its length.</summary>
    public async ValueTask AnswerAsync<T>(
        int status, T value, Action<Utf8JsonWriter, T> write, string contentType = "application/json")
    {
        var buffer = AnswerBuffer.Rent();
        try
        {
            using (var json = new Utf8JsonWriter(buffer, Writing))
            {
                write(json, value);
            }

            if (Keeps && status == StatusCodes.Status200OK)
            {
                KeptBody = buffer.WrittenSpan.ToArray();
            }

            await AnswerAsync(status, buffer.WrittenMemory, contentType);
        }
        finally
        {
            AnswerBuffer.Return(buffer);
        }
    }

    /// <summary>Writes bytes that are ready.</summary>
    public ValueTask AnswerAsync(int status, ReadOnlyMemory<byte> body, string contentType = "application/json")
    {
        var response = Begin(status);
        response.ContentType = contentType;
        response.ContentLength = body.Length;

        // Not bound to the client's leaving: that costs each request a token source, and a write to nobody ends by itself.
        var write = response.BodyWriter.WriteAsync(body, CancellationToken.None);
        return write.IsCompletedSuccessfully ? ValueTask.CompletedTask : new ValueTask(write.AsTask());
    }

    /// <summary>An answer without a body.</summary>
    public ValueTask AnswerAsync(int status)
    {
        Begin(status).ContentLength = status == StatusCodes.Status204NoContent ? null : 0;
        return ValueTask.CompletedTask;
    }

    /// <summary>Sets the status and the headers that every answer carries; for answers that are streamed.</summary>
    public HttpResponse Begin(int status)
    {
        var response = Context.Response;
        response.StatusCode = status;
        response.Headers[RequestIds.Header] = RequestId;
        if (Revision > 0)
        {
            response.Headers[RevisionHeaders.Revision] = RevisionHeaders.Format(Epoch, Revision);
        }

        Dialect.AddHeaders(this);
        return response;
    }

    /// <summary>The server decodes all of a path but an escaped slash; only the target as it came tells it from the text <c>%2F</c>.</summary>
    private string WithSlashes(string value)
    {
        const string Escaped = "%2F";
        return value.Contains(Escaped, StringComparison.OrdinalIgnoreCase)
            && Context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].Contains(Escaped, StringComparison.OrdinalIgnoreCase)
                ? value.Replace(Escaped, "/", StringComparison.OrdinalIgnoreCase)
                : value;
    }
}
