using System.Collections.Concurrent;
using System.Text;
using Roster.Storage.Sqlite;

namespace Roster.Tests.Http.Native.Documents;

/// <summary>
/// Documents that are wrong in every way there is: each is refused or planned, and nothing is changed by either. A failure names the
/// seed, and the body that did it.
/// </summary>
public sealed class DocumentFuzzTests
{
    private const int Workers = 4;

    private static readonly string[] Seeds =
    [
        """
        roster: 1
        account: {account}
        manages: {account: true, users: ["*@example.com"], organizations: [org-lab, "org-*"], groups: [], connectors: ["*"]}
        users:
        - userName: ada@example.com
          id: ada
          givenName: Ada
          phone: null
        - {userName: eve@example.com, active: false, externalId: "00u"}
        organizations: [{id: org-lab, name: Lab}, {id: org-new, name: "New: one"}]
        groups:
        - {id: warehouse, name: Warehouse}
        connectors:
        - {id: orders, group: warehouse, service: postgres, name: orders_db}
        memberships:
        - {user: ada@example.com, in: account, role: Account Administrator}
        - {user: eve@example.com, in: organization/org-lab, role: Organization Viewer, expiresAt: 2031-01-01T00:00:00Z}

        """,
        """
        {"roster":1,"manages":{"users":["*"]},"users":[{"userName":"ada@example.com","id":"ada","familyName":null},{"userName":"mary@example.com"},{"userName":"grace@example.com","active":true}],
        "organizations":[{"id":"org-lab"}],"groups":[{"id":"staging","name":"Stage"}],"connectors":[{"id":"c2","group":"staging","service":"kafka","name":"c"}],
        "memberships":[{"user":"mary@example.com","in":"group/staging","role":"View Destination","expiresAt":null},{"user":"ada@example.com","in":"connector/c2","role":"Edit Connection"}]}
        """,
    ];

    private static readonly string[] Pieces =
    [
        "\"", "'", "{", "}", "[", "]", ":", ": ", "- ", ",", "#", "&a ", "*a", "!tag ", "!!str ", "|", ">", "? ", "%YAML 1.1\n", "---\n", "...\n", "\n", "\r", "\t", " ", "\0", "\uFEFF", "\u2028",
        "~", "null", "true", "no", "<<: *a", "\\ud800", "\\u0000", "😀", "0x1", "-1", "1e999", "users", "memberships", "roster: 1", "ada@example.com", "eve@example.com", "account", "group/staging",
        "organization/", "Account Administrator", "Owner", "2031-01-01T00:00:00Z", "2020-01-01", "*", "**a**", "org-lab", "warehouse", "id: ada", "userName: ADA@example.com", "\"id\":\"grace\"", "\"active\":false",
    ];

    private static bool IsFull => Environment.GetEnvironmentVariable("ROSTER_TEST_FULL") == "1";

    private static int Cases => IsFull ? 100_000 : 20_000;

    [Fact]
    public async Task Every_document_is_refused_or_planned_and_changes_nothing()
    {
        // What the gate asks is the same each time, so that it fails by what was changed; full mode looks for more.
        var seed = IsFull ? Random.Shared.Next(1_000_000) : 1;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        await using var server = await RosterServer.StartAsync(new() { Synchronous = SqliteSynchronous.Off });
        var world = await World.MakeAsync(server);
        var problems = new ConcurrentQueue<string>();
        var answers = new ConcurrentDictionary<int, int>();

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            for (var i = worker; i < Cases && problems.Count < 10; i += Workers)
            {
                var (body, type) = Next(new Random(seed + i), world);
                var answer = await server.Wire.SendAsync(
                    "POST", "/api/plans", body, (world.Admin.Header, world.Admin.Value), ("Content-Type", type));
                answers.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
                if (answer.Status is not (201 or 400 or 409) || (answer.Status == 409 && Papers.ProblemOf(answer) != "last-owner"))
                {
                    problems.Enqueue($"{seed} {i}: {answer.Status} {answer.Text}\n{Encoding.UTF8.GetString(body)}");
                }
            }
        })));

        problems.ShouldBeEmpty();
        (await world.Account.RevisionAsync()).ShouldBe(World.Revision);
        answers[400].ShouldBeGreaterThan(Cases / 100);
        answers[201].ShouldBeGreaterThan(Cases / 100);
    }

    private static (byte[] Body, string Type) Next(Random random, World world)
    {
        var which = random.Next(Seeds.Length);
        var text = new StringBuilder(world.Fill(Seeds[which]));
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            Change(text, random);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(10) == 0 && bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return (bytes, which == 1 && random.Next(2) == 0 ? "application/json" : Papers.Yaml);
    }

    private static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(6))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                Repeat(text, at, random);
                break;
            case 3:
                ReplaceWord(text, random);
                break;
            default:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    private static void Repeat(StringBuilder text, int at, Random random)
    {
        var piece = Pieces[random.Next(Pieces.Length)];
        text.Insert(at, string.Concat(Enumerable.Repeat(piece, random.Next(10) == 0 ? 3_000 : random.Next(2, 40))));
    }

    /// <summary>What stays well-formed gets further.</summary>
    private static void ReplaceWord(StringBuilder text, Random random)
    {
        var words = text.ToString().Split([' ', '"', ',', '\n', '[', ']', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0)
        {
            text.Replace(words[random.Next(words.Length)], random.Next(2) == 0 ? words[random.Next(words.Length)] : "zoe@example.com");
        }
    }
}
