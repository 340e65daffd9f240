using System.Text;
using Roster.Sdk.Fivetran;
using Roster.Sdk.Transport;

namespace Roster.Sdk;

/// <summary>
/// Fivetran's user management: at the hosted service, unless the options say where else, as a Roster server. One client serves a whole program:
/// it is thread-safe and keeps its connections.
/// </summary>
public sealed class FivetranClient : IDisposable
{
    private readonly Calls _calls;

    /// <param name="apiKey">The API key; of a Roster key, its id.</param>
    /// <param name="apiSecret">The API secret; of a Roster key, its secret.</param>
    public FivetranClient(string apiKey, string apiSecret, FivetranClientOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        ArgumentException.ThrowIfNullOrEmpty(apiSecret);
        options ??= new();
        var credential = ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{apiKey}:{apiSecret}")));
        var connections = options.UseConnectorPaths ? "connectors" : "connections";
        _calls = new Calls(new Sender(options.BaseAddress, credential, options, "/v1"));
        UserManagement = new(_calls, connections);
        Groups = new(_calls, connections);
        Connections = new(_calls, connections);
        Teams = new(_calls, connections);
        Roles = new(_calls);
        Account = new(_calls);
    }

    public UserManagement UserManagement { get; }

    public Groups Groups { get; }

    public Connections Connections { get; }

    public Teams Teams { get; }

    public Roles Roles { get; }

    public OwnAccount Account { get; }

    /// <summary>Closes the connections, unless they are those of an <see cref="ClientOptions.HttpClient"/> or <see cref="ClientOptions.Handler"/> of the caller's.</summary>
    public void Dispose() => _calls.Dispose();
}
