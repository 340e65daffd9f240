namespace Roster.Tests.Storage.Conformance.Specs;

/// <summary>While others write, no list skips or repeats a row that is there throughout, and every page is of its size.</summary>
public abstract class CursorSpec(StoreEngine engine) : Spec(engine)
{
    private const int Rows = 24;
    private int _coming;

    public static TheoryData<string> UserLists => [.. Walks.OfUsers.Keys];

    public static TheoryData<string> UserListsById => [.. Walks.OfUsersById.Keys];

    public static TheoryData<string> ScopeLists => [.. Walks.OfScopes.Keys];

    public static TheoryData<string> KeyLists => [.. Walks.OfKeys.Keys];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.AddScopeAsync(Home, Walks.Place);
    }

    [Theory]
    [MemberData(nameof(UserLists))]
    public Task Lists_of_users_hold_their_place(string list) => WalkUsersAsync(Walks.OfUsers[list]);

    [Theory]
    [MemberData(nameof(UserListsById))]
    public Task Lists_of_users_by_id_hold_their_place(string list) => WalkUsersAsync(Walks.OfUsersById[list]);

    [Theory]
    [MemberData(nameof(ScopeLists))]
    public async Task Lists_of_scopes_hold_their_place(string list)
    {
        await Store.AddUserAsync(Home, "anchor");
        await MakeAllAsync(AddConnectorAsync);

        await WalkAsync(
            Walks.OfScopes[list],
            AddConnectorAsync,
            async id => await Store.ApplyAsync(Home, new ScopeEnded(ScopeId.Connector(id))));
    }

    [Theory]
    [MemberData(nameof(KeyLists))]
    public async Task Lists_of_keys_hold_their_place(string list)
    {
        await MakeAllAsync(AddKeyAsync);

        await WalkAsync(
            Walks.OfKeys[list],
            AddKeyAsync,
            async id => await Store.ApplyAsync(Home, new KeyRevoked(new(id), Clock.Now)));
    }

    [Fact]
    public async Task The_list_of_accounts_holds_its_place()
    {
        await MakeAllAsync(AddAccountAsync);
        var seen = new List<string>();
        for (var after = ""; ;)
        {
            var page = await Store.AccountsAsync(after, 3, Token);
            if (page.Count == 0)
            {
                break;
            }

            seen.AddRange(page.Select(account => account.Id.Value));
            after = seen[^1];
            if (_coming < 10)
            {
                await AddAccountAsync($"{++_coming:00}coming--");
            }
        }

        seen.ShouldBe(seen.Distinct().Order(StringComparer.Ordinal));
        seen.Where(id => id.Contains("stays")).Count().ShouldBe(Rows / 2);
    }

    [Fact]
    public async Task A_page_that_takes_the_last_row_names_no_next()
    {
        await MakeAllAsync(AddMemberAsync);
        foreach (var list in Walks.OfUsers)
        {
            var (all, none) = await Store.AskAsync(Home, reads => list.Value(reads, Walks.First, Rows));
            (all.Count, none).ShouldBe((Rows, null), list.Key);

            var (some, next) = await Store.AskAsync(Home, reads => list.Value(reads, Walks.First, Rows - 1));
            (some.Count, next is not null).ShouldBe((Rows - 1, true), list.Key);

            var (last, end) = await Store.AskAsync(Home, reads => list.Value(reads, next!, Rows));
            (last.Count, end).ShouldBe((1, null), list.Key);
        }
    }

    [Fact]
    public async Task Filters_take_effect_before_the_page_is_cut()
    {
        await MakeAllAsync(AddMemberAsync);
        foreach (var id in Ids().Where(id => id.Contains("goes")))
        {
            await Store.ApplyAsync(Home, new UserDeactivated(new(id)));
        }

        var page = new Page(0, Rows / 4);
        var active = await Store.AskAsync(Home, reads => reads.UsersAsync(true, page));
        var inactive = await Store.AskAsync(Home, reads => reads.UsersAsync(false, page));

        active.Items.Count.ShouldBe(Rows / 4);
        active.Items.ShouldAllBe(item => item.User.Active && item.Role == "Account Reviewer");
        inactive.Items.Count.ShouldBe(Rows / 4);
        inactive.Items.ShouldAllBe(item => !item.User.Active && item.Role == null);
        (await Store.AskAsync(Home, reads => reads.GroupUsersAsync(Walks.Place, false, page))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_users_ends_early_where_their_pictures_are_large_and_the_next_goes_on_there()
    {
        var ids = await AddLargeMembersAsync();
        foreach (var name in new[] { "all users", "active users", "users of a group", "active users of a group" })
        {
            var (first, next) = await Store.AskAsync(Home, reads => Walks.OfUsers[name](reads, Walks.First, 1_000));
            var (second, end) = await Store.AskAsync(Home, reads => Walks.OfUsers[name](reads, next!, 1_000));

            first.Count.ShouldBe(16, name);
            first.Concat(second).ShouldBe(ids, name);
            end.ShouldBeNull(name);
        }

        await ShouldEndEarlyAsync(ids, (reads, after) => reads.UsersByIdAsync(after?.Id.Value ?? "", 1_000));
        await ShouldEndEarlyAsync(ids, (reads, after) => reads.UsersByNameAsync(after?.Name.Fold ?? "", 1_000));
    }

    private async Task ShouldEndEarlyAsync(IEnumerable<string> ids, Func<IReads, User?, ValueTask<Slice<User>>> ask)
    {
        var users = await Store.AskAsync(Home, reads => ask(reads, null));
        var rest = await Store.AskAsync(Home, reads => ask(reads, users.Items[^1]));

        users.Items.Count.ShouldBe(16);
        users.Next.ShouldNotBeNull();
        users.Items.Concat(rest.Items).Select(user => user.Id.Value).ShouldBe(ids);
        rest.Next.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_of_the_log_ends_early_where_what_people_wrote_is_large()
    {
        await AddLargeMembersAsync();
        var pages = new List<IReadOnlyList<LogEntry>>();
        do
        {
            var after = pages.LastOrDefault()?[^1].Revision ?? 0;
            pages.Add(await Store.AskAsync(Home, reads => reads.ChangesAsync(after, 1_000)));
        }
        while (pages[^1].Count > 0);

        pages.Count.ShouldBe(3);
        var entries = pages.SelectMany(page => page).ToList();
        entries.Select(entry => entry.Revision).ShouldBe(Enumerable.Range(1, entries.Count).Select(revision => (long)revision));
        entries.Count(entry => entry.Change is UserChanged).ShouldBe(20);
    }

    /// <summary>As many as would fill a page and a quarter.</summary>
    private async Task<IReadOnlyList<string>> AddLargeMembersAsync()
    {
        string[] ids = [.. Enumerable.Range(0, 20).Select(i => $"{i:00}")];
        foreach (var id in ids)
        {
            await AddMemberAsync(id);
            await Store.ApplyAsync(Home, new UserChanged(new(id), new PersonPatch(Picture: new string('p', PersonRules.MaxPicture))));
        }

        return ids;
    }

    private async Task WalkUsersAsync(ReadPage list)
    {
        await MakeAllAsync(AddMemberAsync);
        await WalkAsync(list, AddMemberAsync, async id => await Store.ApplyAsync(Home, new UserDeleted(new(id))));
    }

    /// <summary>After each page one row that was there goes, before or behind the cursor, and one comes.</summary>
    private async Task WalkAsync(ReadPage read, Func<string, Task> add, Func<string, Task> remove)
    {
        var leaving = new Queue<string>(Ids().Where(id => id.Contains("goes")).OrderBy(id => id[^1]));
        var gone = new HashSet<string>();
        var seen = new List<string>();
        for (string? after = Walks.First; after is not null;)
        {
            var (ids, next) = await Store.AskAsync(Home, reads => read(reads, after, 3));
            ids.Count.ShouldBeLessThanOrEqualTo(3);
            ids.ShouldNotContain(id => gone.Contains(id));
            seen.AddRange(ids);
            after = next;
            Clock.Advance(TimeSpan.FromMilliseconds(1));
            if (leaving.TryDequeue(out var id))
            {
                await remove(id);
                gone.Add(id);
            }

            if (_coming < 10)
            {
                await add($"{++_coming:00}coming--");
            }
        }

        seen.ShouldBeUnique();
        seen.Where(id => id.Contains("stays")).ShouldBe(Ids().Where(id => id.Contains("stays")));
    }

    /// <summary>Ten characters each, as a key's must be, ascending in bytes and in order of creation alike.</summary>
    private static IEnumerable<string> Ids() => Enumerable.Range(0, Rows).Select(i => $"{i * 4:00}{(i % 2 == 0 ? "stays" : "goes-")}{i * 7 % 10:000}");

    private static async Task MakeAllAsync(Func<string, Task> add)
    {
        foreach (var id in Ids())
        {
            await add(id);
        }
    }

    private Task AddMemberAsync(string id) => Store.DecideAsync(Home, _ => new(0), (int _, Moment moment) => Verdict<Done>.Of(
        default,
        Sample.User(id),
        Sample.Give(id, moment.Number(0), InHome, "Account Reviewer"),
        Sample.Give(id, moment.Number(0), Walks.Place, "View Destination"))).AsTask();

    private Task AddConnectorAsync(string id) => Store.DecideAsync(
        Home,
        reads => reads.UserAsync(new("anchor")),
        (User? anchor, Moment _) => Verdict<Done>.Of(
            default,
            new ScopeCreated(ScopeId.Connector(id), Walks.Place, "schema", "service", null),
            Sample.Give("anchor", anchor!.Number, ScopeId.Connector(id), "View Connection"))).AsTask();

    private Task AddKeyAsync(string id) => Store.ApplyAsync(Home, Sample.Key(id));

    private Task AddAccountAsync(string id) => Store.OpenAccountAsync(new("org-" + id));
}
