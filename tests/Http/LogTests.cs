using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Roster.Tests.Http;

public sealed class LogTests
{
    [Fact]
    public async Task No_line_holds_a_secret_a_query_or_anything_personal()
    {
        var log = new Lines();
        await using var server = await RosterServer.StartAsync(new() { Logs = log });
        var minted = await server.First.Native.PostAsync("/api/keys", """{"name":"ci","grants":["read"]}""");
        await server.First.Fivetran.PostAsync(
            "/v1/users", """{"email":"murgatroyd@example.com","given_name":"Murgatroyd","family_name":"Byron","phone":"+15550100","role":"Account Reviewer"}""");
        await server.First.WhyLabs.GetAsync("/v0/accounts/org/org-test/user/email?email=murgatroyd@example.com");
        await server.First.Native.GetAsync("/api/users/murgatroyd@example.com?murgatroyd=byron");
        await server.First.Fivetran.PostAsync("/v1/users", "{\"email\":\"murgatroyd@example.com\"");
        await server.First.Fivetran.GetAsync("/nowhere/murgatroyd@example.com");

        var text = string.Join('\n', log.Text);
        text.ShouldContain("POST /v1/users by key:TestKey001: 201");
        string[] secrets =
        [
            RosterServer.BootstrapKey.Split('.', ':')[1], RosterServer.OperatorKey.Split('.')[1],
            minted.Json.GetProperty("key").GetString()!.Split('.', ':')[1],
        ];
        foreach (var secret in secrets)
        {
            secret.Length.ShouldBe(53);
            text.ShouldNotContain(secret);
        }

        // Words that no random id can hold by chance.
        string[] personal = ["murgatroyd", "byron", "15550100", "email="];
        foreach (var word in personal)
        {
            text.ShouldNotContain(word, Case.Insensitive);
        }
    }

    private sealed class Lines : ILoggerProvider
    {
        public ConcurrentQueue<string> Text { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this);

        public void Dispose()
        {
        }

        private sealed class Logger(Lines lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Text.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
