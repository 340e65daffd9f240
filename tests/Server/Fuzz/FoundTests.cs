using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Fuzz;

/// <summary>What the fuzz test found, said again in so many words.</summary>
[Collection(nameof(AbusedServer))]
public sealed class FoundTests(AbusedServer server)
{
    [Fact]
    public async Task A_chunk_longer_than_any_number_is_the_client_s_fault()
    {
        var account = await server.Roster.OpenAccountAsync();

        var answer = await server.Roster.Wire.SendRawAsync(Encoding.ASCII.GetBytes(
            $"POST /api/groups HTTP/1.1\r\nHost: example.com\r\nAuthorization: Bearer {account.Key}\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"));

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("type").GetString().ShouldBe("urn:roster:problem:malformed-body");
    }
}
