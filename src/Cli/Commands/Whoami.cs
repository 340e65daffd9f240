using System.CommandLine;
using System.Net;
using Roster.Cli.Output;
using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster whoami</c>.</summary>
internal static class Whoami
{
    private static readonly Column<Known>[] Columns =
    [
        new("server", known => known.Session.Profile.Url.ToString()),
        new("profile", known => known.Session.Profile.Name),
        new("account", known => known.Account.Id),
        new("accountName", known => known.Account.Name),
        new("keyId", known => known.Session.Profile.KeyId),
        new("keyName", known => known.Key?.Name),
        new("grants", known => known.Key?.Grants.Select(grant => grant.Value)),
        new("level", known => known.Key?.Level.Value),
        new("owner", known => known.Key?.OwnerId),
        new("expiresAt", known => known.Key?.ExpiresAt),
    ];

    public static Command Build() => new Verb("whoami", "Shows the server, the account and what the key may do", "roster whoami")
        .Does(async (session, cancellationToken) =>
        {
            var account = session.Client.Account.GetAsync(cancellationToken);
            var key = KeyAsync(session, cancellationToken);
            session.Results.Show(new Known(session, await account, await key), Columns);
        });

    /// <summary>Null for a key that may not even look at itself.</summary>
    private static async Task<Key?> KeyAsync(Session session, CancellationToken cancellationToken)
    {
        try
        {
            return await session.Client.Keys.GetAsync(session.Profile.KeyId, cancellationToken);
        }
        catch (RosterException refused) when (refused.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        {
            return null;
        }
    }

    private sealed record Known(Session Session, Account Account, Key? Key);
}
