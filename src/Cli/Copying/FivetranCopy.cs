using Roster.Sdk;

namespace Roster.Cli.Copying;

/// <summary>Reads an account of Fivetran's: users, groups, connections, and their memberships.</summary>
internal static class FivetranCopy
{
    // Every user's connections are asked for on their own, and the service counts requests.
    private const int AtATime = 4;

    public static async Task<CopiedAccount> ReadAsync(FivetranClient client, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var copied = new CopiedAccount();
        var users = new List<Sdk.Fivetran.User>();
        await foreach (var user in client.UserManagement.ListAllUsersAsync(cancellationToken: cancellationToken))
        {
            users.Add(user);
            copied.AddUser(
                user.Email, user.Id, user.Active, ("givenName", user.GivenName), ("familyName", user.FamilyName), ("phone", user.Phone), ("picture", user.Picture));
            if (user.Role is { Length: > 0 } role)
            {
                copied.AddMembership(user.Email, "account", role);
            }
        }

        if (await ReadGroupsAsync(client, copied, cancellationToken))
        {
            await ReadConnectionMembersAsync(client, users, copied, progress, cancellationToken);
        }

        return copied;
    }

    /// <returns>Whether there is a connection.</returns>
    private static async Task<bool> ReadGroupsAsync(FivetranClient client, CopiedAccount copied, CancellationToken cancellationToken)
    {
        var any = false;
        await foreach (var group in client.Groups.ListAllAsync(cancellationToken: cancellationToken))
        {
            copied.AddGroup(group.Id, group.Name);
            // Who is in the list for an account role alone has no role there.
            await foreach (var user in client.Groups.ListUsersAsync(group.Id, cancellationToken: cancellationToken))
            {
                if (user.Role is { Length: > 0 } role)
                {
                    copied.AddMembership(user.Email, $"group/{group.Id}", role);
                }
            }

            await foreach (var connection in client.Groups.ListConnectionsAsync(group.Id, cancellationToken: cancellationToken))
            {
                any = true;
                copied.AddConnector(connection.Id, group.Id, connection.Service, connection.Schema ?? connection.Id);
            }
        }

        return any;
    }

    private static async Task ReadConnectionMembersAsync(
        FivetranClient client, List<Sdk.Fivetran.User> users, CopiedAccount copied, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(users, options, async (user, cancellation) =>
        {
            var memberships = await client.UserManagement.GetUserMembershipsInConnectorsAsync(user.Id, cancellationToken: cancellation).ToListAsync(cancellation);
            lock (copied)
            {
                foreach (var membership in memberships)
                {
                    copied.AddMembership(user.Email, $"connector/{membership.Id}", membership.Role);
                }

                progress(++done, users.Count);
            }
        });
    }
}
