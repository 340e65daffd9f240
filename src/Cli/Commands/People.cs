using System.Net;
using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary>Finds the users that a command names, and names those that it shows.</summary>
internal static class People
{
    private const int AskedOneByOne = 50;

    /// <summary>By id, else by user name: what looks like both is an id first.</summary>
    public static async Task<User> FindAsync(Session session, string idOrName, CancellationToken cancellationToken)
    {
        if (idOrName.Length == 0)
        {
            throw new CommandException("No user is named.", "roster users list shows all of them.");
        }

        if (LooksLikeId(idOrName))
        {
            try
            {
                return await session.Client.Users.GetAsync(idOrName, cancellationToken);
            }
            catch (RosterException unknown) when (unknown.Status == HttpStatusCode.NotFound)
            {
                // A user name may look like an id.
            }
        }

        return await session.Client.Users.FindAsync(idOrName, cancellationToken)
            ?? throw new CommandException($"There is no user '{idOrName}'.", "roster users list shows all of them.");
    }

    /// <summary>The user names by id: one by one for a few, by the whole list for many.</summary>
    public static async Task<Dictionary<string, string>> NamesAsync(Session session, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (ids.Count > AskedOneByOne)
        {
            try
            {
                await foreach (var user in session.Client.Users.ListAsync(cancellationToken: cancellationToken))
                {
                    names[user.Id] = user.UserName;
                }
            }
            catch (RosterException unseen) when (unseen.Status == HttpStatusCode.Forbidden)
            {
                // The memberships are told without them.
            }

            return names;
        }

        var users = await Task.WhenAll(ids.Select(id => NameAsync(session, id, cancellationToken)));
        return users.OfType<User>().ToDictionary(user => user.Id, user => user.UserName);
    }

    private static async Task<User?> NameAsync(Session session, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await session.Client.Users.GetAsync(id, cancellationToken);
        }
        catch (RosterException unseen) when (unseen.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            // Gone meanwhile, or a key that sees the membership and not the user.
            return null;
        }
    }

    private static bool LooksLikeId(string text) => text.Length is > 0 and <= 128 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
