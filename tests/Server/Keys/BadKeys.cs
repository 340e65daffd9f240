using Roster.Core.Accounts;
using Roster.Core.Keys;
using Roster.Http;
using Roster.Tests.Server.Requests;

namespace Roster.Tests.Server.Keys;

/// <summary>A credential that opens nothing, and whether the door takes it for one at all.</summary>
internal sealed record BadKey(bool IsMissing, params IReadOnlyList<(string Name, string Value)> Headers);

/// <summary>Everything that is not a key of the account, by its name.</summary>
internal static class BadKeys
{
    /// <summary>Texts in the place of <c>id.secret[:org]</c>, presented as the door wants it.</summary>
    public static IReadOnlyDictionary<string, Func<World, Task<string>>> Texts { get; } = new Dictionary<string, Func<World, Task<string>>>
    {
        ["an unknown id"] = Changed(key => key with { Id = new("Nobody0000") }),
        ["the id in another case"] = Changed(key => key with { Id = new(Swapped(key.Id.Value)) }),
        ["another secret"] = Changed(key => key with { Secret = new string('x', key.Secret.Length) }),
        ["a secret cut short"] = Changed(key => key with { Secret = key.Secret[1..] }),
        ["a secret and more"] = Changed(key => key with { Secret = key.Secret + "x" }),
        ["no secret"] = Changed(key => key with { Secret = "" }),
        ["the name of another account"] = async world => $"{Plain(world)}:{(await world.Account.Server.OpenAccountAsync()).Id}",
        ["the name of an unknown account"] = Text(world => $"{Plain(world)}:org-nobody"),
        ["the account's name without its form"] = Text(world => $"{Plain(world)}:{world.Account.Id.Value[4..]}"),
        ["an empty account's name"] = Text(world => Plain(world) + ":"),
        ["the account's name twice"] = Text(world => $"{Plain(world)}:{world.Account.Id}:{world.Account.Id}"),
        ["no dot"] = Text(world => Plain(world).Replace(".", "", StringComparison.Ordinal)),
        ["a dot alone"] = Text(_ => "."),
        ["an org alone"] = Text(world => $":{world.Account.Id}"),
        ["a space inside"] = Text(world => Plain(world).Insert(5, " ")),
        ["a tab inside"] = Text(world => Plain(world).Insert(5, "\t")),
        ["bytes that are no ASCII"] = Text(world => Plain(world)[..^1] + "\u00e9"),
        ["8 KiB"] = Text(world => Plain(world) + new string('a', 8_192)),
        ["20 KiB"] = Text(world => Plain(world) + new string('.', 20_480)),
        ["the operator's key"] = Text(_ => RosterServer.OperatorKey),
        ["a revoked key"] = RevokedAsync,
        ["an expired key"] = ExpiredAsync,
        ["a key of a closed account"] = OfClosedAsync,
        ["a key of a deactivated user"] = world => OfLostAsync(world, world.Account.DeactivateUserAsync),
        ["a key of a deleted user"] = world => OfLostAsync(world, world.Account.DeleteUserAsync),
    };

    /// <summary>Headers that are wrong in themselves, with a valid key in them where there is room for one.</summary>
    public static IReadOnlyDictionary<string, Func<CredentialSource, Credential, BadKey>> Headers { get; } = new Dictionary<string, Func<CredentialSource, Credential, BadKey>>
    {
        ["none"] = (_, _) => new(true),
        ["an empty header"] = (source, _) => new(true, (Presented.Header(source), "")),
        ["the header of another door"] = (source, key) => source == CredentialSource.ApiKeyHeader
            ? new(true, ("Authorization", $"Bearer {key}"))
            : new(true, ("X-API-Key", key.ToString())),
        ["another scheme"] = (source, key) => source == CredentialSource.Basic
            ? new(true, ("Authorization", $"Bearer {key}"))
            : new(true, ("Authorization", $"Digest {key}")),
        ["a scheme alone"] = (_, _) => new(true, ("Authorization", "Basic")),
        ["the header twice"] = (source, key) => new(false, Presented.As(source, key), Presented.As(source, key)),
        ["no Base64"] = Basic("=!=!"),
        ["Base64 of nothing"] = Basic(Convert.ToBase64String(":"u8)),
        ["Base64 without a colon"] = Basic(Convert.ToBase64String("abcdefghij"u8)),
        ["Base64 of 20 KiB"] = Basic(Convert.ToBase64String(Encoding.ASCII.GetBytes(new string(':', 15_000)))),
        ["Base64 of no ASCII"] = Basic(Convert.ToBase64String([0xff, 0xfe, (byte)':', 0x00, 0xff])),
    };

    private static Func<World, Task<string>> Text(Func<World, string> text) => world => Task.FromResult(text(world));

    private static Func<World, Task<string>> Changed(Func<Credential, Credential> change) =>
        Text(world => change(world.Account.Key with { Account = null }).ToString());

    private static Func<CredentialSource, Credential, BadKey> Basic(string text) => (source, _) => source == CredentialSource.ApiKeyHeader
        ? new(false, ("X-API-Key", text))
        : new(source == CredentialSource.Bearer, ("Authorization", "Basic " + text));

    private static string Plain(World world) => Plain(world.Account.Key);

    private static string Plain(Credential key) => (key with { Account = null }).ToString();

    private static string Swapped(string text) => string.Concat(text.Select(c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)));

    private static async Task<string> RevokedAsync(World world)
    {
        var key = await world.Account.MintKeyAsync(Grants.Admin);
        await world.Account.RevokeKeyAsync(key);
        return Plain(key);
    }

    // The clock goes on for every test of this server, which is nothing to the others.
    private static async Task<string> ExpiredAsync(World world)
    {
        var clock = world.Account.Server.Clock;
        var key = await world.Account.MintKeyAsync(Grants.Admin, expiresAt: clock.Now.Plus(TimeSpan.FromMilliseconds(1)));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        return Plain(key);
    }

    private static async Task<string> OfClosedAsync(World world)
    {
        var closed = await world.Account.Server.OpenAccountAsync();
        await world.Account.Server.Get<CloseAccount>().RunAsync(closed.Caller, CancellationToken.None);
        return Plain(closed.Key);
    }

    private static async Task<string> OfLostAsync(World world, Func<Core.Values.UserId, Task> lose)
    {
        var owner = await world.Account.RegisterUserAsync("owner@example.com", "Account Administrator");
        var key = await world.Account.MintKeyAsync(Grants.Admin, owner: owner);
        await lose(owner);
        return Plain(key);
    }
}
