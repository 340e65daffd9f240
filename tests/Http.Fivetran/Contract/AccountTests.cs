using Roster.Core.Keys;

namespace Roster.Tests.Http.Fivetran.Contract;

public sealed class AccountTests(FivetranServer server)
{
    [Fact]
    public async Task A_key_of_nobodys_is_shown_as_a_system_key()
    {
        var world = await server.WorldAsync();

        var answer = await server.AskAsync("GET /v1/account/info", world.Admin);

        answer.ShouldBe(
            200,
            $$$"""{"code":"Success","message":"Account information retrieved successfully","data":{"account_id":"{{{world.Account}}}","account_name":"Example Ltd","system_key_id":"{{{world.Admin.Id}}}"}}""");
    }

    [Fact]
    public async Task A_users_key_is_shown_as_the_users_whoever_asked_before()
    {
        var world = await server.WorldAsync();
        var key = await world.KeyAsync(Grants.Admin, "ada");
        await server.AskAsync("GET /v1/account/info", world.Admin);

        var answer = await server.AskAsync("GET /v1/account/info", key);

        answer.ShouldBe(
            200,
            $$$"""{"code":"Success","message":"Account information retrieved successfully","data":{"account_id":"{{{world.Account}}}","account_name":"Example Ltd","user_id":"ada"}}""");
    }
}
