using Microsoft.AspNetCore.Http;
using Roster.Core.Changes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Http.Fivetran.Users;

/// <summary>The users of the account.</summary>
internal sealed class UserEndpoints(
    ListUsers listUsers, FindUser findUser, CreateUser createUser, ChangeUser changeUser, DeleteUser deleteUser)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var active = query.Flag("active");
        var list = $"users?active={active}";
        var page = query.Page(exchange, list);
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var users = await listUsers.RunAsync(exchange.Caller, active, page, exchange.Cancellation);
        if (!await exchange.RefusedAsync(users))
        {
            await exchange.SucceedAsync("Users list retrieved successfully", list, users.Value, UserWire.Write);
        }
    }

    public async ValueTask InviteAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var invitation = ReadInvitation(body);
        if (await exchange.RefusedAsync(body.Problem) || await exchange.RefusedNewUsersAsync())
        {
            return;
        }

        var user = await createUser.RunAsync(exchange.Caller, invitation, exchange.Cancellation);
        if (!await exchange.RefusedAsync(user))
        {
            await exchange.SucceedAsync(
                "User has been invited to the account", user.Value, UserWire.Write, StatusCodes.Status201Created);
        }
    }

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var user = await findUser.RunAsync(
            exchange.Caller, UserRef.ById(exchange.Path("userId")), exchange.Cancellation);
        if (!await exchange.RefusedAsync(user))
        {
            await exchange.SucceedAsync("User details retrieved successfully", user.Value, UserWire.Write);
        }
    }

    public async ValueTask ChangeAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var person = new PersonPatch(
            GivenName: SettableName(body, "given_name"),
            FamilyName: SettableName(body, "family_name"),
            Phone: Clearable(body, "phone"),
            Picture: Clearable(body, "picture"));
        var request = new ChangeUserRequest(UserOf(exchange), person, Role: body.OptionalText("role"));
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var user = await changeUser.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(user))
        {
            await exchange.SucceedAsync("User has been updated", user.Value, UserWire.Write);
        }
    }

    public async ValueTask DeleteAsync(Exchange exchange)
    {
        var user = UserOf(exchange);
        if (!await exchange.RefusedAsync(await deleteUser.RunAsync(exchange.Caller, user, exchange.Cancellation)))
        {
            await exchange.SucceedAsync($"User with id '{user}' has been deleted");
        }
    }

    /// <summary>Takes the account role and leaves the user, as removing the role with a PATCH does.</summary>
    public async ValueTask RemoveRoleAsync(Exchange exchange)
    {
        var request = new ChangeUserRequest(UserOf(exchange), new PersonPatch(), Role: new Optional<string?>(null));
        if (!await exchange.RefusedAsync(await changeUser.RunAsync(exchange.Caller, request, exchange.Cancellation)))
        {
            await exchange.SucceedAsync("User role in account has been removed");
        }
    }

    private static UserId UserOf(Exchange exchange) => new(exchange.Path("userId"));

    private static CreateUserRequest ReadInvitation(Fields body)
    {
        var email = UserName.ParseEmail(body.RequiredText("email"), "email");
        if (email.Failed(out var fault) && body.Problem is null)
        {
            body.Refuse("email", fault.Message);
        }

        return new CreateUserRequest(
            email.Failed(out _) ? default : email.Value,
            body.RequiredText("given_name"),
            body.RequiredText("family_name"),
            Given(body.Text("phone")),
            Given(body.Text("picture")),
            Invite: true,
            Role: Given(body.Text("role")));
    }

    private static Optional<string?> SettableName(Fields body, string name) =>
        body.Has(name) ? body.RequiredText(name) : default(Optional<string?>);

    private static Optional<string?> Clearable(Fields body, string name)
    {
        var text = body.OptionalText(name);
        return text.IsSet ? new Optional<string?>(Given(text.Or(null))) : text;
    }

    // An empty text reads back as none in every client.
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
