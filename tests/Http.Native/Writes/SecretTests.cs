using System.Text;
using System.Text.Json;
using Roster.Core.Storage;
using Roster.Testing.Stores;
using static Roster.Tests.Http.Native.Shown;

namespace Roster.Tests.Http.Native.Writes;

/// <summary>A secret is shown once: who asks again is answered without it, and it is kept nowhere.</summary>
public sealed class SecretTests : IAsyncLifetime
{
    private readonly List<Note> _notes = [];
    private RosterServer? _roster;

    private RosterServer Roster => _roster!;

    public async ValueTask InitializeAsync() => _roster = await RosterServer.StartAsync(new() { Services = services => NotedStore.Add(services, _notes.Add) });

    public async ValueTask DisposeAsync() => await Roster.DisposeAsync();

    public static TheoryData<string, string?, string> Calls => new()
    {
        { "/api/keys", """{"name":"new","grants":["read"]}""", "key" },
        { "/api/keys/{key}/rotate", """{"overlapSeconds":60}""", "key" },
        { "/api/users/{user}/invitation", null, "token,link" },
        { "/api/accounts", """{"name":"New"}""", "key.key" },
        { "/api/accounts", """{"name":"New","id":"org-new"}""", "key.key" },
        { "/api/accounts/org-test/keys", """{"name":"new","grants":["admin"]}""", "key" },
    };

    [Theory, MemberData(nameof(Calls))]
    public async Task A_repeat_shows_null_in_its_place_and_no_note_has_it(string path, string? body, string secrets)
    {
        var user = await Roster.First.RegisterUserAsync("eve@example.com");
        var target = path.Replace("{key}", Roster.First.Key.Id.Value).Replace("{user}", user.Value);
        var by = path.StartsWith("/api/accounts") ? new(Roster, "Authorization", $"Bearer {RosterServer.OperatorKey}") : Roster.First.Native;

        var first = await by.SendAsync("POST", target, body, ("Idempotency-Key", "a-name"));
        var again = await by.SendAsync("POST", target, body, ("Idempotency-Key", "a-name"));

        first.Status.ShouldBe(201, first.Text);
        again.Header("Idempotency-Replayed").ShouldBe("true");
        again.Header("Cache-Control").ShouldBe("no-store");
        var expected = first.Text;
        foreach (var secret in secrets.Split(',').Select(member => At(first.Json, member).GetRawText()))
        {
            expected = expected.Replace(secret, "null");
            var hidden = secret.Trim('"').Split('.')[^1].Split(':')[0];
            hidden.Length.ShouldBe(53);
            _notes.Select(note => Encoding.UTF8.GetString(note.Content.Span)).ShouldAllBe(note => !note.Contains(hidden));
        }

        again.Text.ShouldBe(expected);
        _notes.ShouldHaveSingleItem();
        Of(again).ShouldStartWith("201");
    }

    private static JsonElement At(JsonElement json, string path) => path.Split('.').Aggregate(json, (at, name) => at.GetProperty(name));
}
