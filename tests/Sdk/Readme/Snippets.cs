using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Roster.Sdk.Native;

namespace Roster.Tests.Sdk.Readme;

/// <summary>The code of the README, compiled and run. What stands between the marks is in it word for word; <see cref="ReadmeTests"/> sees to that.</summary>
public sealed class Snippets(SdkServer server)
{
    private readonly StringBuilder _printed = new();

    private Printer Console => new(_printed);

    [Fact]
    public void Clients()
    {
        var (key, apiKey, apiSecret) = (RosterServer.BootstrapKey, "TestKey001", "secret");

        // begin
        using var roster = new RosterClient(new Uri("https://roster.example.com"), key);
        using var fivetran = new FivetranClient(apiKey, apiSecret);
        using var whyLabs = new WhyLabsClient(key);
        // end
    }

    [Fact]
    public void Clients_of_a_Roster_server()
    {
        var key = RosterServer.BootstrapKey;

        // begin
        var address = new Uri("https://roster.example.com");
        var (id, secret) = (key.Split('.')[0], key.Split('.', ':')[1]);
        using var fivetran = new FivetranClient(id, secret, new() { BaseAddress = address });
        using var whyLabs = new WhyLabsClient(key, new() { BaseAddress = address });
        // end
    }

    [Fact]
    public async Task Users_and_memberships()
    {
        using var roster = await server.NativeAsync();
        var research = (await roster.Organizations.CreateAsync("Research")).Id;

        // begin
        var user = await roster.Users.CreateAsync(new NewUser("grace@example.com") { GivenName = "Grace", Invite = true });
        var invitation = await roster.Invitations.IssueAsync(user.Id);

        await roster.Memberships.PutAsync(Place.Organization(research), user.Id, "Organization Member", expiresAt: DateTimeOffset.UtcNow.AddYears(10));

        await foreach (var membership in roster.Memberships.ListAsync(MembershipFilter.Of(user.Id)))
        {
            Console.WriteLine($"{membership.Place}: {membership.Role} until {membership.ExpiresAt:yyyy-MM-dd}");
        }
        // end

        invitation.Link.ShouldNotBeNull();
        _printed.ToString().ShouldStartWith($"organization/{research}: Organization Member until ");
    }

    [Fact]
    public async Task Users_at_Fivetran()
    {
        using var fivetran = await server.FivetranAsync();

        // begin
        var users = fivetran.UserManagement;
        var ada = await users.CreateUserAsync(new("ada.byron@example.com", "Ada", "Byron") { Role = "Account Reviewer" });

        var group = await fivetran.Groups.CreateAsync("Warehouse");
        await users.AddUserMembershipInGroupAsync(ada.Id, group.Id, "View Destination");

        await foreach (var user in users.ListAllUsersAsync(active: true))
        {
            Console.WriteLine($"{user.Email}: {user.Role}");
        }
        // end

        _printed.ToString().ShouldContain("ada.byron@example.com: Account Reviewer");
    }

    [Fact]
    public async Task Users_at_WhyLabs()
    {
        var (whyLabs, org) = await server.WhyLabsAsync();
        using var _ = whyLabs;
        var team = (await whyLabs.Organizations.CreateManagedAsync("Team One")).Id;

        // begin
        var ana = await whyLabs.Account.CreateUserAsync(org, new("ana@example.com") { ExternalId = "00u1" });
        var status = await whyLabs.Account.PatchMembershipsAsync(
            org, team, Roster.Sdk.WhyLabs.Role.Viewer, userIdsToAdd: [ana.UserId, "user-unknown"], userIdsToDelete: []);

        foreach (var error in status.Errors)
        {
            Console.WriteLine($"{error.ItemId}: {error.Description}");
        }
        // end

        _printed.ToString().ShouldBe("user-unknown: no such account user\n");
    }

    [Fact]
    public async Task Updates()
    {
        using var roster = await server.NativeAsync();
        var id = (await roster.Users.CreateAsync(new NewUser("grace") { Phone = "1", GivenName = "Grace" })).Id;

        // begin
        await roster.Users.ChangeAsync(id, new UserChange { FamilyName = "Hopper", Phone = null });
        // end

        (await roster.Users.GetAsync(id)).ShouldSatisfyAllConditions(
            user => user.GivenName.ShouldBe("Grace"), user => user.FamilyName.ShouldBe("Hopper"), user => user.Phone.ShouldBeNull());
    }

    [Fact]
    public async Task Lists()
    {
        using var roster = await server.NativeAsync();

        // begin
        var first = await roster.Users.ListAsync(pageSize: 50).PagesAsync().FirstAsync();
        var rest = roster.Users.ListAsync(pageSize: 50).PagesAsync(first.NextCursor);
        // end

        (first.Items.Count, await rest.CountAsync()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Refusals()
    {
        using var roster = await server.NativeAsync();

        // begin
        try
        {
            await roster.Users.DeleteAsync("ada");
        }
        catch (RosterException refused) when (refused.Code == "last-owner")
        {
            Console.WriteLine($"{(int)refused.Status!} {refused.Message} (request {refused.RequestId})");
        }
        // end

        _printed.ToString().ShouldStartWith("409 The account must keep at least one owner. (request ");
    }

    [Fact]
    public async Task Writing_safely()
    {
        using var roster = await server.NativeAsync();
        var id = (await roster.Users.CreateAsync(new NewUser("grace"))).Id;
        var name = "job-17/line-4";

        // begin
        await roster.Groups.CreateAsync("Warehouse", options: new() { IdempotencyKey = name });

        var user = await roster.Users.GetAsync(id);
        await roster.Users.ChangeAsync(id, new UserChange { GivenName = "Grace" }, new() { IfMatch = user.ETag });
        // end

        (await roster.Users.GetAsync(id)).GivenName.ShouldBe("Grace");
    }

    [Fact]
    public async Task The_log()
    {
        using var roster = await server.NativeAsync();
        using var stop = new CancellationTokenSource();
        var (last, cancellation) = (0L, stop.Token);

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            // begin
            await foreach (var entry in roster.Changes.FollowAsync(after: last, cancellationToken: cancellation))
            {
                await HandleAsync(entry);
                last = entry.Revision;
            }
            // end
        });

        last.ShouldBeGreaterThan(1);

        Task HandleAsync(LogEntry entry) => entry.Kind == "RoleGiven" ? stop.CancelAsync() : Task.CompletedTask;
    }

    [Fact]
    public async Task Access_as_code()
    {
        using var roster = await server.NativeAsync();
        var File = new Files("roster: 1\nmanages: {}\nusers:\n- {userName: grace, id: grace}\nmemberships:\n- {user: grace, in: account, role: Account Reviewer}\n");

        // begin
        var plan = await roster.Plans.MakeAsync(File.ReadAllText("access.yaml"), DocumentFormat.Yaml);
        foreach (var change in plan.Changes)
        {
            Console.WriteLine($"{change.Action} {change.Kind} {change.Id ?? $"{change.User} in {change.In}"}");
        }

        try
        {
            await roster.Plans.ApplyAsync(plan.Id);
        }
        catch (RosterException refused) when (refused.Code == Plans.PlanMoved)
        {
            foreach (var moved in Plans.MovedIn(refused))
            {
                Console.WriteLine($"{moved.Kind} {moved.Id} {moved.What}");
            }
        }
        // end

        _printed.ToString().ShouldBe("create user grace\ncreate membership grace in account\n");
        (await roster.Users.GetAsync("grace")).Role.ShouldBe("Account Reviewer");
    }

    [Fact]
    public async Task Options()
    {
        // begin
        var options = new RosterClientOptions
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxRetries = 5,
            MaxRetryDelay = TimeSpan.FromMinutes(2),
            NameRevisions = true,
        };
        // end

        using var roster = await server.NativeAsync(options);
        (await roster.Account.GetAsync()).Name.ShouldBe("Example Ltd");
    }

    [Fact]
    public async Task Registration()
    {
        var account = await server.Server.OpenAccountAsync();
        var (services, address, key) = (new ServiceCollection(), server.Address, account.Key.ToString());

        // begin
        services.AddRosterClient(address, key);
        // end

        await using var container = services.BuildServiceProvider();
        (await container.GetRequiredService<RosterClient>().Account.GetAsync()).Id.ShouldBe(account.Id.Value);
    }

    [Fact]
    public async Task Registration_by_hand()
    {
        var account = await server.Server.OpenAccountAsync();
        var (services, address, key) = (new ServiceCollection(), server.Address, account.Key.ToString());

        // begin
        services.AddHttpClient("roster")
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddTypedClient(http => new RosterClient(address, key, new() { HttpClient = http }));
        // end

        await using var container = services.BuildServiceProvider();
        (await container.GetRequiredService<RosterClient>().Account.GetAsync()).Id.ShouldBe(account.Id.Value);
    }

    private sealed record Files(string Text)
    {
        public string ReadAllText(string file) => file.EndsWith(".yaml") ? Text : throw new FileNotFoundException(file);
    }

    private sealed record Printer(StringBuilder Printed)
    {
        public void WriteLine(string line) => Printed.Append(line).Append('\n');
    }
}
