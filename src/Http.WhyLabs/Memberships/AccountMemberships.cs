using System.Text.Json;
using Roster.Core.Memberships;
using Roster.Core.Outcomes;
using Roster.Core.Roles;
using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Http.WhyLabs.Memberships;

/// <summary>Who has which role in the account's own organization and in those it manages.</summary>
internal sealed class AccountMemberships(ListRoleGroups list, PatchRoleGroup patch)
{
    public async ValueTask ListAsync(Exchange exchange)
    {
        var query = exchange.Query();
        var user = query.Text("user_id");
        var filter = new RoleGroupFilter(user is null ? null : new UserId(user), query.Text("managed_org_id"), query.Role());
        if (!await exchange.RefusedAsync(query.Problem))
        {
            await new RoleGroupList(list, exchange.Caller, filter).AnswerAsync(exchange);
        }
    }

    /// <summary>The named users are to be the role's only ones; who has another role there and is not named is left alone.</summary>
    public ValueTask PutAsync(Exchange exchange) => ApplyAsync(
        exchange, (scope, role, body) => new(scope, role, body.RequiredTexts("userIds"), [], RemoveOthers: true));

    public ValueTask PatchAsync(Exchange exchange) => ApplyAsync(
        exchange,
        (scope, role, body) => new(scope, role, body.RequiredTexts("userIdsToAdd"), body.RequiredTexts("userIdsToDelete")));

    private async ValueTask ApplyAsync(Exchange exchange, Func<ScopeId, Level, Fields, PatchRoleGroupRequest> read)
    {
        var query = exchange.Query();
        var organization = query.RequiredText("managed_org_id");
        var role = query.RequiredRole();
        if (await exchange.RefusedAsync(query.Problem) || await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var scope = organization == exchange.Account.Value
            ? ScopeId.Account(exchange.Account)
            : ScopeId.Organization(organization);
        var request = read(scope, role, body);
        if (await exchange.RefusedAsync(body.Problem))
        {
            return;
        }

        var skipped = await patch.RunAsync(exchange.Caller, request, exchange.Cancellation);
        if (!await exchange.RefusedAsync(skipped))
        {
            await exchange.OkAsync((exchange.RequestId, skipped.Value), Write);
        }
    }

    private static void Write(Utf8JsonWriter json, (string RequestId, IReadOnlyList<SkippedUser> Skipped) status)
    {
        json.WriteStartObject();
        json.WriteString("requestId", status.RequestId);
        json.WriteStartArray("errors");
        foreach (var skipped in status.Skipped)
        {
            json.WriteStartObject();
            json.WriteNumber("errorCode", 404);
            json.WriteString("itemId", skipped.User);
            json.WriteString("description", skipped.Kind == FaultKind.UnknownUser ? "no such account user" : "not a member");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
