using System.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Roster.Core.Accounts;
using Roster.Core.Changes;
using Roster.Core.Access;
using Roster.Core.Keys;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Server.Composition;
using Roster.Testing.Stores;

namespace Roster.Testing;

/// <summary>
/// The real server in this process: real Kestrel on a port of its own, a real store of its own, and a clock that the test sets.
/// It can be stopped and started again on the same store.
/// </summary>
public sealed class RosterServer : IAsyncDisposable
{
    /// <summary>The admin key that the first start makes; the operator's key has the same form.</summary>
    public const string BootstrapKey = "TestKey001.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0:org-test";

    public const string OperatorKey = "Operator01.0ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkjihgfedcba";

    private readonly ServerOptions _options;
    private readonly TestStore _store;
    private RosterApp? _app;
    private Wire? _wire;

    private RosterServer(ServerOptions options, TestStore store) => (_options, _store) = (options, store);

    public TestClock Clock { get; } = new();

    /// <summary>Sends what it is told to, byte by byte.</summary>
    public Wire Wire => _wire ?? throw new InvalidOperationException("The server is stopped.");

    /// <summary>Changes with each start.</summary>
    public int Port { get; private set; }

    /// <summary>The account that the first start made, with its admin key.</summary>
    public TestAccount First => new(this, new AccountId("org-test"), Credential.Parse(BootstrapKey)!);

    public IStore Store => Get<IStore>();

    /// <summary>A use case, or anything else that the server is made of.</summary>
    public T Get<T>()
        where T : notnull => (_app ?? throw new InvalidOperationException("The server is stopped.")).Services.GetRequiredService<T>();

    public static async Task<RosterServer> StartAsync(ServerOptions? options = null)
    {
        options ??= new();
        var server = new RosterServer(options, await TestStore.NewAsync(options.Engine, options.Synchronous));
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Another account, with an admin key of its own.</summary>
    public async Task<TestAccount> OpenAccountAsync(string name = "Example Ltd")
    {
        var opened = await Get<OpenAccount>().RunAsync(
            new OperatorActor(), Door.Native, new OpenAccountRequest(name), Terms.None, CancellationToken.None);
        return new(this, opened.Value.Account.Id, opened.Value.Key.Credential);
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    /// <summary>As a signal would, then closes the store.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
            _wire?.Dispose();
            (_app, _wire) = (null, null);
        }
    }

    public async Task StartAgainAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "roster-server" });
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        if (_options.Logs is { } logs)
        {
            builder.Logging.AddDefaults().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        }

        var settings = SettingsReader.Read(builder.Configuration, Variables(), out var problems)
            ?? throw new InvalidOperationException(string.Join(' ', problems));
        _app = RosterApp.Build(builder, settings, await _store.OpenAsync(Clock), new ServerParts(Clock, _options.Drain, _options.Services));
        await Get<FirstStart>().RunAsync(settings.BootstrapKey, CancellationToken.None);
        await _app.StartAsync(CancellationToken.None);
        Port = new Uri(_app.Addresses.First()).Port;
        _wire = new Wire(Port);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _store.DisposeAsync();
    }

    private Hashtable Variables()
    {
        var variables = new Hashtable
        {
            ["ROSTER_STORE"] = _store.Address,
            ["ROSTER_BOOTSTRAP_KEY"] = BootstrapKey,
            ["ROSTER_OPERATOR_KEY"] = OperatorKey,
            ["ROSTER_PUBLIC_URL"] = "https://roster.example.com",
        };
        foreach (var (name, value) in _options.Settings)
        {
            variables[name] = value;
        }

        return variables;
    }
}
