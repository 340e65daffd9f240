using System.Text.Json;
using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Users;

namespace Roster.Http.WhyLabs.Memberships;

/// <summary>Memberships in the account's own organization, one at a time and by e-mail address.</summary>
internal sealed class OrganizationMemberships(ListRoleGroups list, GiveRole give, EndMembership end)
{
    public ValueTask ListAsync(Exchange exchange) => new OwnMemberList(list, exchange.Caller).AnswerAsync(exchange);

    public ValueTask CreateAsync(Exchange exchange) => GiveAsync(exchange, GiveMode.Add);

    public ValueTask UpdateAsync(Exchange exchange) => GiveAsync(exchange, GiveMode.Change);

    public async ValueTask RemoveAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var user = UserRef.ByName(query.RequiredText("email"));
        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var ended = await end.RunAsync(exchange.Caller, user, ScopeId.Account(exchange.Account), exchange.Cancellation);
        if (!await exchange.RefusedAsync(ended, Missing.User))
        {
            // An object without members: the public Python client cannot read an empty body.
            await exchange.AnswerAsync(200, "{}"u8.ToArray());
        }
    }

    private async ValueTask GiveAsync(Exchange exchange, GiveMode mode)
    {
        var query = exchange.Query();
        var user = UserRef.ByName(query.RequiredText("email"));
        var role = query.RequiredRole();
        if (mode == GiveMode.Add)
        {
            // Understood and without effect: nobody logs in here, so no organization is where one would land.
            query.Flag("set_default");
        }

        if (await exchange.RefusedAsync(query.Problem))
        {
            return;
        }

        var given = await give.RunAsync(
            exchange.Caller,
            new(user, ScopeId.Account(exchange.Account), RoleChoice.OfLevel(role), mode),
            exchange.Cancellation);
        if (!await exchange.RefusedAsync(given, Missing.User))
        {
            await exchange.OkAsync(given.Value.Membership, Write);
        }
    }

    private static void Write(Utf8JsonWriter json, Membership membership)
    {
        json.WriteStartObject();
        json.WriteString("orgId", membership.Scope.Id);
        json.WriteString("role", RoleName.Of(membership.Level));
        json.WriteString("userId", membership.Member.Id);
        json.WriteBoolean("default", false);
        json.WriteEndObject();
    }
}
