using Roster.Sdk;
using Roster.Sdk.Fivetran;

namespace Roster.Cli.Copying;

/// <summary>Reads an account of Fivetran's: users, groups, connections, and their memberships.</summary>
internal static class FivetranCopy
{
    // Every user's connections are asked for on their own, and the service counts requests.
    private const int AtATime = 4;

    public static async Task<CopiedAccount> ReadAsync(FivetranClient client, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var copied = new CopiedAccount();
        var users = new List<User>();
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

        await ReadRolesAsync(client, copied, cancellationToken);
        await ReadTeamsAsync(client, users.ToDictionary(user => user.Id, user => user.Email), copied, cancellationToken);
        return copied;
    }

    /// <summary>The service does not say how far a custom role reaches, so it begins with the least.</summary>
    private static async Task ReadRolesAsync(FivetranClient client, CopiedAccount copied, CancellationToken cancellationToken)
    {
        await foreach (var role in client.Roles.ListAllAsync(cancellationToken: cancellationToken).Where(role => role.IsCustom == true))
        {
            copied.AddRole(role.Name, role.Description, role.Scope.Select(KindOf), "viewer");
        }
    }

    private static string KindOf(RoleScope scope) => scope.Value switch
    {
        "DESTINATION" => "group",
        _ => scope.Value.ToLowerInvariant(),
    };

    private static async Task ReadTeamsAsync(
        FivetranClient client, Dictionary<string, string> names, CopiedAccount copied, CancellationToken cancellationToken)
    {
        var teams = client.Teams;
        await foreach (var team in teams.ListAllAsync(cancellationToken: cancellationToken))
        {
            copied.AddTeam(team.Id, team.Name, team.Description);
            if (team.Role is { Length: > 0 } role)
            {
                copied.AddTeamMembership(team.Id, "account", role);
            }

            await foreach (var seat in teams.ListUsersAsync(team.Id, cancellationToken: cancellationToken).Where(seat => names.ContainsKey(seat.UserId)))
            {
                copied.AddMembership(names[seat.UserId], $"team/{team.Id}", seat.Role);
            }

            await AddAsync("group", teams.GetMembershipsInGroupsAsync(team.Id, cancellationToken: cancellationToken));
            await AddAsync("connector", teams.GetMembershipsInConnectorsAsync(team.Id, cancellationToken: cancellationToken));

            async Task AddAsync(string kind, Paged<Membership> held)
            {
                await foreach (var membership in held)
                {
                    copied.AddTeamMembership(team.Id, $"{kind}/{membership.Id}", membership.Role);
                }
            }
        }
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
        FivetranClient client, List<User> users, CopiedAccount copied, Action<int, int> progress, CancellationToken cancellationToken)
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
