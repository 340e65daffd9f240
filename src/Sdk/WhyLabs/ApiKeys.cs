using Roster.Sdk.Transport;

namespace Roster.Sdk.WhyLabs;

/// <summary>The API keys of the key's own organization.</summary>
public sealed class ApiKeys
{
    private readonly Calls _calls;

    internal ApiKeys(Calls calls) => _calls = calls;

    /// <summary><c>ValidateApiKey</c>: an exception with status 401 or 403 where the client's own key is not valid.</summary>
    public Task<Response> ValidateAsync(CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/v1/api-key/validate"), WhyLabsJson.Default.Response, cancellationToken);

    /// <summary><c>ListApiKeyMetadata</c>: without their texts.</summary>
    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default) =>
        _calls.AskAllAsync(Call.Get($"/v1/api-key"), WhyLabsJson.Default.ApiKey, cancellationToken);

    /// <summary><c>GenerateApiKey</c>: the text is shown this once.</summary>
    public Task<ApiKey> CreateAsync(NewApiKey? key = null, CancellationToken cancellationToken = default)
    {
        var call = Call.Post($"/v1/api-key").With("expiration_time", key?.ExpirationTime?.ToUnixTimeMilliseconds()).With("alias", key?.Alias);
        foreach (var scope in key?.Scopes ?? [])
        {
            call.With("scopes", scope);
        }

        return _calls.AskAsync(call, WhyLabsJson.Default.ApiKey, cancellationToken);
    }

    /// <summary><c>DeleteApiKey</c>: one that the client's own key made.</summary>
    public Task<ApiKey> RevokeAsync(string keyId, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Delete($"/v1/api-key").With("key_id", keyId), WhyLabsJson.Default.ApiKey, cancellationToken);
}
