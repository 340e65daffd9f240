using System.Text;
using Roster.Core.Keys;

namespace Roster.Testing;

/// <summary>Requests at one door with one credential.</summary>
public sealed record Knocking(RosterServer Server, string Header, string Value)
{
    public static Knocking Fivetran(RosterServer server, Credential key) =>
        new(server, "Authorization", "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{key.Id}:{key.Secret}")));

    public static Knocking WhyLabs(RosterServer server, Credential key) => new(server, "X-API-Key", key.ToString());

    public static Knocking Native(RosterServer server, Credential key) => new(server, "Authorization", $"Bearer {key.Id}.{key.Secret}");

    public static Knocking Scim(RosterServer server, Credential key) => Native(server, key);

    public Task<Answer> GetAsync(string target, params (string Name, string Value)[] headers) => SendAsync("GET", target, null, headers);

    public Task<Answer> DeleteAsync(string target, params (string Name, string Value)[] headers) => SendAsync("DELETE", target, null, headers);

    public Task<Answer> PostAsync(string target, string json, params (string Name, string Value)[] headers) => SendAsync("POST", target, json, headers);

    public Task<Answer> PutAsync(string target, string json, params (string Name, string Value)[] headers) => SendAsync("PUT", target, json, headers);

    public Task<Answer> PatchAsync(string target, string json, params (string Name, string Value)[] headers) => SendAsync("PATCH", target, json, headers);

    /// <param name="json">Sent as application/json; null for no body and no Content-Type.</param>
    public Task<Answer> SendAsync(string method, string target, string? json, params (string Name, string Value)[] headers) =>
        Server.Wire.SendAsync(
            method,
            target,
            json is null ? null : Encoding.UTF8.GetBytes(json),
            json is null || headers.Any(header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                ? [(Header, Value), .. headers]
                : [(Header, Value), ("Content-Type", "application/json"), .. headers]);
}
