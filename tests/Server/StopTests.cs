using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Roster.Tests.Server;

public sealed class StopTests
{
    private const int Clients = 48;

    /// <summary>
    /// Clients keep their connections, and most of them think between two requests: theirs are the requests that would arrive
    /// just when an idle connection is closed.
    /// </summary>
    [Fact]
    public async Task Told_to_stop_under_load_it_answers_whatever_it_took()
    {
        using var folder = new TempFolder();
        var settings = new Dictionary<string, string>
        {
            ["ROSTER_STORE"] = "sqlite:" + folder.File("roster.db"), ["ROSTER_BOOTSTRAP_KEY"] = RosterServer.BootstrapKey,
        };
        var (answered, cut) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        await using (var server = await RosterProcess.StartAsync(settings))
        {
            var enough = new CountdownEvent(200);
            var clients = Enumerable.Range(0, Clients).Select(client => WriteAsync(server, client, enough, answered, cut)).ToList();
            await Task.Run(() => enough.Wait(TimeSpan.FromSeconds(30)));
            server.SendTerminate();
            await Task.WhenAll(clients);
            (await server.ExitAsync()).ShouldBe(0);
        }

        cut.ShouldBeEmpty();
        await using var again = await RosterProcess.StartAsync(settings);
        var there = await UsersAsync(again);
        there.Order(StringComparer.Ordinal).ShouldBe(answered.Order(StringComparer.Ordinal));
    }

    // Until the server says that it closes the connection, or nobody listens any more.
    private static async Task WriteAsync(
        RosterProcess server, int client, CountdownEvent enough, ConcurrentBag<string> answered, ConcurrentBag<string> cut)
    {
        var thinking = new Random(client);
        WireConnection? connection = null;
        for (var i = 0; ; i++)
        {
            await Task.Delay(client % 4 == 0 ? 0 : thinking.Next(20));
            try
            {
                connection ??= await server.Wire.ConnectAsync();
            }
            catch (SocketException)
            {
                return;
            }

            var email = $"user{client}.{i}@example.com";
            try
            {
                await connection.SendAsync(Create(email));
                var answer = await connection.ReceiveAsync();
                answer.Status.ShouldBe(201);
                answered.Add(email);
                if (!enough.IsSet)
                {
                    enough.Signal();
                }

                if (answer.Header("Connection") == "close")
                {
                    connection.Dispose();
                    return;
                }
            }
            catch (IOException)
            {
                cut.Add(email);
                connection.Dispose();
                return;
            }
        }
    }

    private static byte[] Create(string email)
    {
        var body = $$"""{"userName":"{{email}}"}""";
        return System.Text.Encoding.ASCII.GetBytes(
            $"POST /api/users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {RosterServer.BootstrapKey}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    private static async Task<List<string>> UsersAsync(RosterProcess server)
    {
        var names = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = await server.Wire.SendAsync(
                "GET", $"/api/users?limit=1000&cursor={cursor}", null, ("Authorization", "Bearer " + RosterServer.BootstrapKey));
            names.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(user => user.GetProperty("userName").GetString()!));
            cursor = page.Json.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        return names;
    }
}
