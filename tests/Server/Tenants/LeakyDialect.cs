using Roster.Core.Access;
using Roster.Core.Changes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Http;

namespace Roster.Tests.Server.Tenants;

/// <summary>A dialect that tells whether an id is somebody else's, in each of the ways that the matrix is to find.</summary>
internal sealed class LeakyDialect(IStore store, DeleteUser delete) : Dialect
{
    public override Door Door => Door.Scim;

    public override CredentialSource Credential => CredentialSource.Bearer;

    public override IReadOnlyList<string> Roots { get; } = ["/leaky"];

    public override IReadOnlyList<Route> Routes => field ??=
    [
        new("GET", "/leaky/not/{id}", exchange => exchange.AnswerAsync(404)),
        new("GET", "/leaky/status/{id}", async exchange =>
            await exchange.AnswerAsync(await OwnerAsync(exchange) is null ? 404 : 403)),
        new("GET", "/leaky/text/{id}", async exchange =>
            await exchange.AnswerAsync(404, await OwnerAsync(exchange) is null ? "unknown"u8.ToArray() : "not your"u8.ToArray())),
        new("GET", "/leaky/header/{id}", async exchange =>
        {
            exchange.Context.Response.Headers["X-Found"] = await OwnerAsync(exchange) is null ? "0" : "1";
            await exchange.AnswerAsync(404);
        }),
        new("DELETE", "/leaky/write/{id}", async exchange =>
        {
            if (await OwnerAsync(exchange) is { } owner)
            {
                var anybody = new Caller(owner, new ServerActor(), Door.Server);
                await delete.RunAsync(anybody, Named(exchange), exchange.Cancellation);
            }

            await exchange.AnswerAsync(404);
        }),
    ];

    public override ValueTask AnswerAsync(Exchange exchange, Fault fault) => exchange.AnswerAsync(400);

    public override ValueTask AnswerAsync(Exchange exchange, HttpFault fault) => exchange.AnswerAsync(400);

    private static UserId Named(Exchange exchange) => new(exchange.Path("id"));

    /// <summary>Whichever account has the user.</summary>
    private async Task<AccountId?> OwnerAsync(Exchange exchange)
    {
        foreach (var account in await store.AccountsAsync("", 1_000, exchange.Cancellation))
        {
            var found = await store.ReadAsync(
                account.Id, async reads => Outcome.Of(await reads.UserAsync(Named(exchange))), exchange.Cancellation);
            if (found.Value is not null)
            {
                return account.Id;
            }
        }

        return null;
    }
}
