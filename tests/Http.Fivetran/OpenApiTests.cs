using System.Text.Json;
using Roster.Core.Changes;
using Roster.Http;

namespace Roster.Tests.Http.Fivetran;

/// <summary>That answers are as the document says is seen by every test that asks the server.</summary>
public sealed class OpenApiTests(FivetranServer server)
{
    [Fact]
    public void Its_operations_are_the_routes()
    {
        var dialect = server.Roster.Get<Doors>().Dialects.Single(dialect => dialect.Door == Door.Fivetran);

        Documented.Operations.ShouldBe(dialect.Routes.Select(route => $"{route.Method} {route.Pattern}"), ignoreOrder: true);
    }

    [Fact]
    public void Its_operation_ids_are_those_of_the_contract()
    {
        string[] ofContract =
        [
            "list_all_users", "create_user", "user_details", "modify_user", "delete_user", "delete_user_membership_in_account",
            "get_user_memberships_in_groups", "add_user_membership_in_group", "get_user_membership_in_group",
            "update_user_membership_in_group", "delete_user_membership_in_group",
            "get_user_memberships_in_connectors", "add_user_membership_in_connector", "get_user_membership_in_connector",
            "update_user_membership_in_connector", "delete_user_membership_in_connector",
            "get_user_memberships_in_connections", "add_user_membership_in_connection", "get_user_membership_in_connections",
            "update_user_membership_in_connection", "delete_user_membership_in_connection",
            "list_all_groups", "create_group", "group_details", "modify_group", "delete_group",
            "list_all_users_in_group", "add_user_to_group", "delete_user_from_group", "list_all_connectors_in_group",
            "list_all_teams", "create_team", "team_details", "modify_team", "delete_team", "delete_team_membership_in_account",
            "list_users_in_team", "add_user_to_team", "get_user_in_team", "update_user_membership", "delete_user_from_team",
            "get_team_memberships_in_groups", "add_team_membership_in_group", "get_team_membership_in_group",
            "update_team_membership_in_group", "delete_team_membership_in_group",
            "get_team_memberships_in_connectors", "add_team_membership_in_connector", "get_team_membership_in_connector",
            "update_team_membership_in_connector", "delete_team_membership_in_connector",
            "list_all_roles", "create_connector", "connector_details", "modify_connector", "delete_connector", "get_account_info",
        ];
        var ids = Operations().Select(operation => operation.Value.GetProperty("operationId").GetString()!).ToList();

        ids.ShouldBeUnique();
        ofContract.Except(ids).ShouldBeEmpty();
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        foreach (var reference in References(Documented.Root))
        {
            Should.NotThrow(() => Resolve(reference), reference);
        }
    }

    [Fact]
    public void Every_path_parameter_is_declared()
    {
        foreach (var (path, operation) in Operations())
        {
            var declared = operation.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Select(parameter => Resolve(parameter.GetProperty("$ref").GetString()!))
                : [];

            declared.Where(parameter => parameter.GetProperty("in").GetString() == "path")
                .Select(parameter => $"{{{parameter.GetProperty("name")}}}")
                .ShouldBe(path.Split('/').Where(part => part.StartsWith('{')), path);
        }
    }

    [Theory]
    [InlineData("""{"code":"Success","message":"m","data":{"items":[]}}""", 0)]
    [InlineData("""{"code":"Success","message":"m","data":{"items":[],"next_cursor":null}}""", 1)]
    [InlineData("""{"code":"Created","message":"m","data":{"items":[]}}""", 1)]
    [InlineData("""{"code":"Success","message":"m","data":{"items":[{"id":"g","name":1}],"more":1}}""", 3)]
    [InlineData("""{"code":"Success","message":"m","data":{"items":[{"id":"g","name":"n","created_at":"2026-01-01T00:00:00Z"}]}}""", 1)]
    public void An_answer_that_is_not_as_declared_is_noticed(string answer, int problems)
    {
        Documented.Api.Problems("GET", "/v1/groups", 200, "application/json", answer).Count.ShouldBe(problems);
    }

    private static IEnumerable<(string Path, JsonElement Value)> Operations() =>
        Documented.Root.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value)));

    private static JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(Documented.Root, (found, name) => found.GetProperty(name));

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("$ref", out var reference) => [reference.GetString()!],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => References(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
