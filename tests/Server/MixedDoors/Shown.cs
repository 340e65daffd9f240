using System.Text.Json.Nodes;
using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>What the doors show, asked for in one word.</summary>
internal static class Shown
{
    public static async Task<string> CreateAsync(this AccountClient at, string email = "ada@example.com") =>
        (await at.DoAsync(at.WhyLabs.Create(email))).Text("userId");

    public static async Task<string> InviteAsync(this AccountClient at, string email = "ada@example.com", string? role = null) =>
        (await at.DoAsync(at.Fivetran.Invite(email, role))).Text("data.id");

    public static async Task<string> CreateGroupAsync(this AccountClient at) =>
        (await at.DoAsync(at.Fivetran.CreateGroup("north"))).Text("data.id");

    public static async Task<string> CreateConnectorAsync(this AccountClient at, string group) =>
        (await at.DoAsync(at.Fivetran.CreateConnector(group))).Text("data.id");

    public static async Task<string> CreateOrganizationAsync(this AccountClient at) =>
        (await at.DoAsync(at.WhyLabs.CreateOrganization("North"))).Text("id");

    public static async Task<JsonNode> AtFivetranAsync(this AccountClient at, string user) =>
        (await at.DoAsync(at.Fivetran.User(user))).At("data")!;

    public static async Task<JsonNode> AtWhyLabsAsync(this AccountClient at, string user) =>
        (await at.DoAsync(at.WhyLabs.UserById(user))).Body!;

    /// <summary>Fivetran's account role; null for none.</summary>
    public static async Task<string?> RoleAsync(this AccountClient at, string user) =>
        (string?)(await at.AtFivetranAsync(user))["role"];

    /// <summary>WhyLabs' levels, as <c>org:LEVEL</c>.</summary>
    public static async Task<IReadOnlyList<string>> LevelsAsync(this AccountClient at, string user) =>
        [.. (await at.DoAsync(at.WhyLabs.Memberships(user))).List("memberships").Select(group => $"{group["orgId"]}:{group["role"]}")];

    /// <summary>Fivetran's explicit memberships, as <c>group:role</c>.</summary>
    public static async Task<IReadOnlyList<string>> GroupRolesAsync(this AccountClient at, string user) =>
        [.. (await at.DoAsync(at.Fivetran.Memberships(user, "groups"))).List("data.items").Select(held => $"{held["id"]}:{held["role"]}")];
}
