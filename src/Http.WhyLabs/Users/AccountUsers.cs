using Roster.Core.Changes;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Http.WhyLabs.Users;

/// <summary>The account's users: created, found, updated, deleted and listed.</summary>
internal sealed class AccountUsers(
    CreateUser create, ChangeUser change, DeleteUser delete, FindUser find, ListUsers list)
{
    public async ValueTask CreateAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var email = body.RequiredText("email");
        var profile = Profile.Read(body);
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var name = UserName.ParseEmail(email, "email");
        if (await exchange.RefusedAsync(name) || await exchange.RefusedNewUsersAsync())
        {
            return;
        }

        var request = new CreateUserRequest(
            name.Value, ExternalId: profile.ExternalId, UserSchema: profile.UserSchema, Active: profile.Active);
        await ShowAsync(exchange, await create.RunAsync(exchange.Caller, request, exchange.Cancellation));
    }

    /// <summary>Replaces the whole profile: what is absent is cleared, and an absent <c>active</c> means true.</summary>
    public async ValueTask UpdateAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var id = query.RequiredText("user_id");
        if (await exchange.RefusedAsync(query.Problem) || await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var profile = Profile.Read(body);
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var person = new PersonPatch(ExternalId: profile.ExternalId, UserSchema: profile.UserSchema);
        var request = new ChangeUserRequest(new UserId(id), person, profile.Active);
        await ShowAsync(exchange, await change.RunAsync(exchange.Caller, request, exchange.Cancellation));
    }

    public ValueTask GetByEmailAsync(Exchange exchange) =>
        FindAsync(exchange, "email", UserRef.ByName, Missing.AccountUserEmail);

    public ValueTask GetByIdAsync(Exchange exchange) =>
        FindAsync(exchange, "user_id", UserRef.ById, Missing.AccountUser);

    public async ValueTask DeleteAsync(Exchange exchange)
    {
        var deleted = await delete.RunAsync(exchange.Caller, new UserId(exchange.Path("user_id")), exchange.Cancellation);
        if (!await exchange.RefusedAsync(deleted))
        {
            await exchange.DoneAsync();
        }
    }

    public ValueTask ListAsync(Exchange exchange) => new UserList(list, exchange.Caller).AnswerAsync(exchange);

    private async ValueTask FindAsync(Exchange exchange, string parameter, Func<string, UserRef> reference, Missing missing)
    {
        var query = exchange.Query();
        var wanted = query.RequiredText(parameter);
        if (!await exchange.RefusedAsync(query.Problem))
        {
            await ShowAsync(exchange, await find.RunAsync(exchange.Caller, reference(wanted), exchange.Cancellation), missing);
        }
    }

    private static async ValueTask ShowAsync(
        Exchange exchange, Outcome<UserInRole> user, Missing missing = Missing.AccountUser)
    {
        if (!await exchange.RefusedAsync(user, missing))
        {
            await exchange.OkAsync((exchange.Account, user.Value.User), AccountUserWire.Write);
        }
    }

    /// <summary>What a provisioner keeps with a user; null and absent are the same.</summary>
    private sealed record Profile(string? ExternalId, string? UserSchema, bool Active)
    {
        public static Profile Read(Fields body) =>
            new(body.Text("externalId"), body.Text("userSchema"), body.Flag("active") ?? true);
    }
}
