using Roster.Sdk.Access;
using Roster.Sdk.Native;
using Roster.Sdk.Transport;

namespace Roster.Sdk;

/// <summary>
/// A Roster server, through its own API. One client serves a whole program: it is thread-safe and keeps its connections. Writes carry an
/// idempotency key, so a call whose answer was lost is made again and still done once.
/// </summary>
public sealed class RosterClient : IDisposable
{
    private readonly Calls _calls;

    /// <param name="baseAddress">The server's, as <c>https://roster.example.com</c>.</param>
    /// <param name="key">A key's text: <c>&lt;id&gt;.&lt;secret&gt;:&lt;account&gt;</c>, the last part may be missing. An operator key opens <see cref="Accounts"/> alone.</param>
    public RosterClient(Uri baseAddress, string key, RosterClientOptions? options = null)
    {
        var credential = ("Authorization", "Bearer " + HeaderText.Checked(key, nameof(key)));
        _calls = new Calls(new Sender(baseAddress, credential, options ?? new()));
        Account = new(_calls);
        Users = new(_calls);
        Organizations = new(_calls);
        Groups = new(_calls);
        Teams = new(_calls);
        Connectors = new(_calls);
        Memberships = new(_calls);
        Invitations = new(_calls);
        Roles = new(_calls);
        Keys = new(_calls);
        Changes = new(_calls);
        Documents = new(_calls);
        Plans = new(_calls);
        Access = new(_calls);
        Resources = new(_calls);
        Accounts = new(_calls);
    }

    public OwnAccount Account { get; }

    public Users Users { get; }

    public Organizations Organizations { get; }

    public Groups Groups { get; }

    public Teams Teams { get; }

    public Connectors Connectors { get; }

    public Memberships Memberships { get; }

    public Invitations Invitations { get; }

    public Roles Roles { get; }

    public Keys Keys { get; }

    public ChangeLog Changes { get; }

    public Documents Documents { get; }

    public Plans Plans { get; }

    /// <summary>Whether somebody may do something.</summary>
    public AccessChecks Access { get; }

    /// <summary>What access checks are asked about.</summary>
    public AccessResources Resources { get; }

    /// <summary>For who holds the operator key.</summary>
    public Accounts Accounts { get; }

    /// <summary>Closes the connections, unless they are those of an <see cref="ClientOptions.HttpClient"/> or <see cref="ClientOptions.Handler"/> of the caller's.</summary>
    public void Dispose() => _calls.Dispose();
}
