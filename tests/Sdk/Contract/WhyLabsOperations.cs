using System.Globalization;
using Roster.Sdk.WhyLabs;
using static Roster.Tests.Sdk.Contract.Outcomes;

namespace Roster.Tests.Sdk.Contract;

internal static class WhyLabsOperations
{
    private const string Account = "/v0/accounts/org/{}";
    private const string Membership = "/v0/organizations/{}/membership";

    public static Operations<WhyLabsClient> All { get; } = Make();

    private static Operations<WhyLabsClient> Make()
    {
        var all = new Operations<WhyLabsClient>();
        AddAccount(all);
        AddOrganizations(all);
        all.On("GET /v1/api-key/validate", _ => 0, (client, _) => Of(client.ApiKeys.ValidateAsync()));
        all.On("GET /v1/api-key", _ => 0, (client, _) => Of(client.ApiKeys.ListAsync()));
        all.On("POST /v1/api-key", NewKey, (client, key) => Of(client.ApiKeys.CreateAsync(key)));
        all.On("DELETE /v1/api-key", said => said.NeedAsked("key_id"), (client, id) => Of(client.ApiKeys.RevokeAsync(id)));
        return all;
    }

    private static void AddAccount(Operations<WhyLabsClient> all)
    {
        all.On($"GET {Account}/memberships", said => (Org: said.Id(), Filter: Filter(said)), (client, a) => Of(client.Account.GetMembershipsAsync(a.Org, a.Filter)));
        all.On(
            $"PUT {Account}/memberships",
            said => (Org: said.Id(), In: said.NeedAsked("managed_org_id"), Role: Role(said), Users: said.Texts("userIds")),
            (client, a) => Of(client.Account.ReplaceMembershipsAsync(a.Org, a.In, a.Role, a.Users)));
        all.On(
            $"PATCH {Account}/memberships",
            said => (Org: said.Id(), In: said.NeedAsked("managed_org_id"), Role: Role(said), Add: said.Texts("userIdsToAdd"), Delete: said.Texts("userIdsToDelete")),
            (client, a) => Of(client.Account.PatchMembershipsAsync(a.Org, a.In, a.Role, a.Add, a.Delete)));
        all.On($"GET {Account}/organizations", said => said.Id(), (client, org) => Of(client.Account.ListManagedOrganizationsAsync(org)));
        all.On($"PUT {Account}/user", said => (Org: said.Id(), User: said.NeedAsked("user_id"), Update: Update(said)), (client, a) => Of(client.Account.UpdateUserAsync(a.Org, a.User, a.Update)));
        all.On($"POST {Account}/user", said => (Org: said.Id(), User: NewUser(said)), (client, a) => Of(client.Account.CreateUserAsync(a.Org, a.User)));
        all.On($"GET {Account}/user/email", said => (Org: said.Id(), Email: said.NeedAsked("email")), (client, a) => Of(client.Account.GetUserByEmailAsync(a.Org, a.Email)));
        all.On($"GET {Account}/user/id", said => (Org: said.Id(), User: said.NeedAsked("user_id")), (client, a) => Of(client.Account.GetUserByIdAsync(a.Org, a.User)));
        all.On($"DELETE {Account}/user/{{}}", said => (Org: said.Id(), User: said.Id()), (client, a) => Of(client.Account.DeleteUserAsync(a.Org, a.User)));
        all.On($"GET {Account}/users", said => said.Id(), (client, org) => Of(client.Account.ListUsersAsync(org)));
    }

    private static void AddOrganizations(Operations<WhyLabsClient> all)
    {
        all.On($"GET {Membership}", said => said.Id(), (client, org) => Of(client.Organizations.ListMembershipsAsync(org)));
        all.On(
            $"POST {Membership}",
            said => (Org: said.Id(), Email: said.NeedAsked("email"), Role: Role(said), Default: said.AskedFlag("set_default")),
            (client, a) => Of(client.Organizations.CreateMembershipAsync(a.Org, a.Email, a.Role, a.Default)));
        all.On(
            $"PUT {Membership}",
            said => (Org: said.Id(), Email: said.NeedAsked("email"), Role: Role(said)),
            (client, a) => Of(client.Organizations.UpdateMembershipAsync(a.Org, a.Email, a.Role)));
        all.On($"DELETE {Membership}", said => (Org: said.Id(), Email: said.NeedAsked("email")), (client, a) => Of(client.Organizations.RemoveMembershipAsync(a.Org, a.Email)));
        all.On("GET /v1/organizations/managed-organizations", _ => 0, (client, _) => Of(client.Organizations.ListManagedAsync()));
        all.On("POST /v1/organizations/managed-organization", said => said.Text("name"), (client, name) => Of(client.Organizations.CreateManagedAsync(name)));
    }

    private static Role Role(Said said) => new(said.NeedAsked("role"));

    private static MembershipFilter Filter(Said said) => new()
    {
        UserId = said.Asked("user_id"),
        ManagedOrgId = said.Asked("managed_org_id"),
        Role = said.Asked("role") is { } role ? new Role(role) : null,
    };

    private static NewAccountUser NewUser(Said said) => new(said.Text("email"))
    {
        ExternalId = said.TextChange("externalId"), UserSchema = said.TextChange("userSchema"), Active = said.OptionalFlagChange("active"),
    };

    private static AccountUserUpdate Update(Said said) => new()
    {
        ExternalId = said.TextChange("externalId"), UserSchema = said.TextChange("userSchema"), Active = said.OptionalFlagChange("active"),
    };

    private static NewApiKey NewKey(Said said) => new()
    {
        ExpirationTime = said.AskedNumber("expiration_time") is { } time ? Time(time) : null,
        Scopes = said.AllAsked("scopes"),
        Alias = said.Asked("alias"),
    };

    private static DateTimeOffset Time(long milliseconds) => milliseconds < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        : throw new UnsayableException(Rule.OtherType, milliseconds.ToString(CultureInfo.InvariantCulture));
}
