using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.Races;

/// <summary>The last two owners are taken away at once, each through another door and by another operation.</summary>
internal sealed class LastOwnersRace : Race
{
    /// <summary>Takes one owner away, and may name the other as the one who stays.</summary>
    private delegate Call Removal(AccountClient at, string owner, string other);

    private static readonly DateTimeOffset Later = new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>After these the other call may give the role back, so that both can be granted.</summary>
    private static readonly Removal[] Reversible =
    [
        (at, owner, _) => at.Fivetran.EndRole(owner),
        (at, owner, _) => at.Fivetran.SetRole(owner, ""),
        (at, owner, _) => at.Fivetran.SetRole(owner, "Account Analyst"),
        (at, owner, _) => at.WhyLabs.Add(at.Account, "VIEWER", owner),
        (at, owner, _) => at.WhyLabs.Remove(at.Account, "ADMIN", owner),
        (at, owner, _) => at.WhyLabs.Replace(at.Account, "MEMBER", owner),
        (at, owner, _) => at.Native.GiveInAccount(owner, "Account Reviewer"),
        (at, owner, _) => at.Native.EndInAccount(owner),
    ];

    private static readonly Removal[] Final =
    [
        (at, owner, _) => at.Fivetran.Delete(owner),
        (at, owner, _) => at.WhyLabs.Delete(owner),
        (at, owner, _) => at.WhyLabs.SetActive(owner, false),
        (at, owner, _) => at.Native.Delete(owner),
        (at, owner, _) => at.Native.GiveInAccount(owner, "Account Administrator", Later),
    ];

    private static readonly Removal ReplaceByOther = (at, _, other) => at.WhyLabs.Replace(at.Account, "ADMIN", other);

    public override async Task<string?> RoundAsync(IAccounts server, Random random)
    {
        var at = await server.OpenAccountAsync();
        var made = await at.AtOnceAsync(at.WhyLabs.Create("one@example.com"), at.WhyLabs.Create("two@example.com"));
        string[] owners = [made[0].Text("userId"), made[1].Text("userId")];
        var before = (await at.DoAsync(at.WhyLabs.Add(at.Account, "ADMIN", owners))).Revision;

        var (first, second) = Pick(random);
        var answers = await at.AtOnceAsync(first(at, owners[0], owners[1]), second(at, owners[1], owners[0]));

        var left = await OwnersAsync(at);
        var sets = (await AccountLog.ReadAsync(at, before)).Sets();
        var stays = answers[0].Succeeded ? owners[1] : owners[0];
        return Judge(
            answers,
            OneWins(answers, FaultKind.LastOwner),
            (left.SequenceEqual([stays]), $"Expected {stays} to be the owner, not [{string.Join(", ", left)}]"),
            (await IsAdministratorAsync(at, stays), "Fivetran does not show the owner who stays"),
            (sets.Count == 1, $"Expected one set, not {sets.Count}"));
    }

    private static (Removal First, Removal Second) Pick(Random random)
    {
        if (random.Next(8) == 0)
        {
            return (ReplaceByOther, random.GetItems(Final, 1)[0]);
        }

        var pair = random.GetItems([.. Reversible, .. Final], 2);
        return (pair[0], pair[1]);
    }

    private static async Task<IReadOnlyList<string>> OwnersAsync(AccountClient at)
    {
        var memberships = await at.DoAsync(at.Native.Memberships("kind=account"));
        return [.. memberships.List("items")
            .Where(item => (string?)item["role"] == "Account Administrator" && item["expiresAt"] is null)
            .Select(item => (string)item["userId"]!)];
    }

    private static async Task<bool> IsAdministratorAsync(AccountClient at, string user) =>
        (string?)(await at.SendAsync(at.Fivetran.User(user))).At("data.role") == "Account Administrator";
}
