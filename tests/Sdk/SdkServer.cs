[assembly: AssemblyFixture(typeof(Roster.Tests.Sdk.SdkServer))]

namespace Roster.Tests.Sdk;

/// <summary>One real server for all tests that leave its clock and settings alone; each test has an account of its own.</summary>
public sealed class SdkServer : IAsyncLifetime
{
    private RosterServer? _server;

    public RosterServer Server => _server!;

    public Uri Address => new($"http://127.0.0.1:{Server.Port}");

    public async ValueTask InitializeAsync() => _server = await RosterServer.StartAsync();

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    /// <summary>A client with the admin key of an account of its own, which has an owner.</summary>
    public async Task<RosterClient> NativeAsync(RosterClientOptions? options = null)
    {
        var account = await Server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada", "Ada", "Byron");
        return new RosterClient(Address, account.Key.ToString(), options);
    }

    /// <summary>The same for Fivetran's door.</summary>
    public async Task<FivetranClient> FivetranAsync()
    {
        var account = await Server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada", "Ada", "Byron");
        return new FivetranClient(account.Key.Id.Value, account.Key.Secret, new() { BaseAddress = Address });
    }

    /// <summary>The same for WhyLabs' door, with the account's id.</summary>
    public async Task<(WhyLabsClient Client, string Org)> WhyLabsAsync()
    {
        var account = await Server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "user-ada");
        return (new WhyLabsClient(account.Key.ToString(), new() { BaseAddress = Address }), account.Id.Value);
    }

    public RosterClient Operator() => new(Address, RosterServer.OperatorKey);
}
