namespace Roster.Tests.Http.Fivetran.Contract;

/// <summary>Each row of a table is one request to a fresh world, and the whole answer.</summary>
public abstract class ContractTests(FivetranServer server)
{
    protected FivetranServer Server { get; } = server;

    protected async Task AnswersAsync(string request, string? body, int status, string answer)
    {
        var world = await Server.WorldAsync();

        var actual = await Server.AskAsync(request, world.Admin, body);

        actual.ShouldBe(status, answer);
    }

    protected async Task BothFormsAnswerAsync(string request, string? body, int status, string answer)
    {
        await AnswersAsync(request.Replace("{c}", "connectors"), body, status, answer.Replace("{C}", "Connector"));
        await AnswersAsync(request.Replace("{c}", "connections"), body, status, answer.Replace("{C}", "Connection"));
    }
}
