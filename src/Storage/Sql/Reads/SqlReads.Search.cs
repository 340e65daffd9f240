using Roster.Core.Memberships;
using Roster.Core.Scopes;
using Roster.Core.Users;
using Roster.Core.Values;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Reads;

/// <summary>
/// Users by one thing. Where an index has them in creation order they are read page by page; else the numbers of all whom it finds
/// are read and put in order, and then the rows of the page.
/// </summary>
internal sealed partial class SqlReads
{
    // Rows asked for at once: enough to make waiting short, few enough that no request fills the engine's queue.
    private const int Together = 500;

    public async ValueTask<Slice<User>> FindUsersAsync(UserSearch search, Page page)
    {
        var most = page.Limit + 1L;
        switch (search)
        {
            case UserSearch.All:
                return Cut(await Sql.ManyAsync(UserSearchStatements.List, Rows.User, _account, page.After, most), page);
            case UserSearch.ByActive by:
                return Cut(await Sql.ManyAsync(UserSearchStatements.ListByActive, Rows.User, _account, page.After, by.IsActive, most), page);
            case UserSearch.Since since:
                var after = Math.Max(page.After, await LastBeforeAsync(since.Time));
                return Cut(await Sql.ManyAsync(UserSearchStatements.List, Rows.User, _account, after, most), page);
            case UserSearch.InTeam team:
                return Cut(await NumberedAsync(await SeatedAsync(team, page.After, most)), page);
            default:
                var numbers = await FoundAsync(search);
                return Cut(await NumberedAsync(numbers.Where(number => number > page.After).Take(page.Limit + 1)), page);
        }
    }

    public async ValueTask<int> CountUsersAsync(UserSearch search, int atMost) => search switch
    {
        UserSearch.All => await CountAsync(UserSearchStatements.CountAll, _account, 0, atMost),
        UserSearch.ByActive by => await CountAsync(UserSearchStatements.CountByActive, _account, 0, by.IsActive, atMost),
        UserSearch.Since since => await CountAsync(UserSearchStatements.CountAll, _account, await LastBeforeAsync(since.Time), atMost),
        UserSearch.InTeam team => await IsTeamAsync(team) ? await CountAsync(UserSearchStatements.CountSeats, _account, 0, team.TeamId, Now, atMost) : 0,
        _ => Math.Min(atMost, (await FoundAsync(search)).Count),
    };

    public async ValueTask<long> SkipUsersAsync(UserSearch search, int count)
    {
        if (count == 0)
        {
            return 0;
        }

        var last = search switch
        {
            UserSearch.All => await SkipAsync(UserSearchStatements.SkipAll, _account, 0, count - 1),
            UserSearch.ByActive by => await SkipAsync(UserSearchStatements.SkipByActive, _account, 0, by.IsActive, count - 1),
            UserSearch.Since since => await SkipAsync(UserSearchStatements.SkipAll, _account, await LastBeforeAsync(since.Time), count - 1),
            UserSearch.InTeam team => await IsTeamAsync(team)
                ? await SkipAsync(UserSearchStatements.SkipSeats, _account, 0, team.TeamId, Now, count - 1)
                : 0,
            _ => (await FoundAsync(search)).ElementAtOrDefault(count - 1),
        };
        return last == 0 ? long.MaxValue : last;
    }

    private static Slice<User> Cut(List<User> rows, Page page) => Slice<User>.Cut(rows, page.Limit, user => user.Number);

    private async ValueTask<int> CountAsync(string text, params SqlValue[] values) => (int)await Sql.OneAsync(text, Rows.Number, values);

    private ValueTask<long> SkipAsync(string text, params SqlValue[] values) => Sql.OneAsync(text, Rows.Number, values);

    private async ValueTask<List<User>> NumberedAsync(IEnumerable<long> numbers)
    {
        var users = new List<User>();
        foreach (var some in numbers.Chunk(Together))
        {
            var finding = Array.ConvertAll(some, number => Sql.OneAsync(UserSearchStatements.FindNumbered, Rows.User, _account, number));
            foreach (var found in finding)
            {
                if (await found is { } user)
                {
                    users.Add(user);
                }
            }
        }

        return users;
    }

    /// <summary>The rows of a team that has ended may still be there.</summary>
    private async ValueTask<bool> IsTeamAsync(UserSearch.InTeam team) => await ScopeAsync(ScopeId.Team(team.TeamId)) is not null;

    private async ValueTask<List<long>> SeatedAsync(UserSearch.InTeam team, long after, long most) => await IsTeamAsync(team)
        ? await Sql.ManyAsync(UserSearchStatements.ListSeats, Rows.Number, _account, after, team.TeamId, Now, most)
        : [];

    /// <summary>All whom the search finds, in creation order.</summary>
    private async ValueTask<List<long>> FoundAsync(UserSearch search)
    {
        var numbers = search switch
        {
            UserSearch.ById by => await Sql.ManyAsync(UserSearchStatements.ById, Rows.Number, _account, by.UserId.Value),
            UserSearch.ByText by => await Sql.ManyAsync(StatementOf(by.Kind), Rows.Number, _account, by.From, by.To),
            UserSearch.ByTerm by => await FoundAsync(by),
            UserSearch.InRoleGroup group => await FoundAsync(group),
            _ => throw new NotSupportedException($"Nothing searches by {search.GetType().Name}."),
        };
        return [.. numbers.Order()];
    }

    /// <summary>Who has no profile has their name for an address.</summary>
    private async ValueTask<List<long>> FoundAsync(UserSearch.ByTerm by)
    {
        var named = by.Kind == TermKind.Email ? Sql.ManyAsync(UserSearchStatements.ByName, Rows.Number, _account, by.From, by.To) : new([]);
        var found = await Sql.ManyAsync(UserSearchStatements.ByTerm, Rows.Number, _account, (long)by.Kind, by.From, by.To);
        return [.. found.Concat(await named).Distinct()];
    }

    private async ValueTask<List<long>> FoundAsync(UserSearch.InRoleGroup group)
    {
        List<long> found = [.. await Sql.ManyAsync(
            UserSearchStatements.ByLevel, Rows.Number, _account, Now, (long)group.Scope.Kind, group.Scope.Id, (long)group.Level)];
        for (MemberId? after = MemberId.Team(""); after is { } team;)
        {
            var teams = await RoleGroupMembersAsync(group.Scope, group.Level, team, Together);
            foreach (var member in teams)
            {
                found.AddRange(await SeatedAsync(new(member.Member.Id), 0, long.MaxValue));
            }

            after = teams.Count < Together ? null : teams[^1].Member;
        }

        return [.. found.Distinct()];
    }

    /// <summary>The number that all have who were created before then, or a smaller one: times go up with numbers.</summary>
    private async ValueTask<long> LastBeforeAsync(Instant time)
    {
        var (from, to) = (1L, Revision + 1);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            var (at, number) = await Sql.OneAsync(UserSearchStatements.CreatedFrom, Rows.Creation, _account, middle);
            (from, to) = number == 0 || at >= time ? (from, middle) : (number + 1, to);
        }

        return from - 1;
    }

    private static string StatementOf(UserSearch.TextKind kind) => kind switch
    {
        UserSearch.TextKind.UserName => UserSearchStatements.ByName,
        UserSearch.TextKind.ExternalId => UserSearchStatements.ByExternalId,
        UserSearch.TextKind.DisplayName => UserSearchStatements.ByDisplayName,
        UserSearch.TextKind.GivenName => UserSearchStatements.ByGivenName,
        _ => UserSearchStatements.ByFamilyName,
    };
}
