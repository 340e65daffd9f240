using Roster.Sdk.Transport;
using Roster.Sdk.WhyLabs;

namespace Roster.Sdk;

/// <summary>
/// WhyLabs' account provisioning: at the hosted service, unless the options say where else, as a Roster server. One client serves a whole program:
/// it is thread-safe and keeps its connections.
/// </summary>
public sealed class WhyLabsClient : IDisposable
{
    private readonly Calls _calls;

    /// <param name="apiKey">The whole text of the key, as <c>&lt;id&gt;.&lt;secret&gt;:&lt;org&gt;</c>.</param>
    public WhyLabsClient(string apiKey, WhyLabsClientOptions? options = null)
    {
        options ??= new();
        _calls = new Calls(new Sender(options.BaseAddress, ("X-API-Key", HeaderText.Checked(apiKey, nameof(apiKey))), options));
        Account = new(_calls);
        Organizations = new(_calls);
        ApiKeys = new(_calls);
    }

    public Account Account { get; }

    public Organizations Organizations { get; }

    public ApiKeys ApiKeys { get; }

    /// <summary>Closes the connections, unless they are those of an <see cref="ClientOptions.HttpClient"/> or <see cref="ClientOptions.Handler"/> of the caller's.</summary>
    public void Dispose() => _calls.Dispose();
}
