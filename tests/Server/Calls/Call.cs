using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Roster.Core.Changes;

namespace Roster.Tests.Server.Calls;

/// <summary>One request at one door.</summary>
internal sealed record Call(Door Door, HttpMethod Method, string Path, JsonObject? Body = null)
{
    public (string Name, string Value)? Header { get; init; }

    public HttpRequestMessage ToMessage(string credential)
    {
        var message = new HttpRequestMessage(Method, Path);
        if (Body is not null)
        {
            message.Content = JsonContent.Create(Body);
        }

        if (Header is { } header)
        {
            message.Headers.Add(header.Name, header.Value);
        }

        var (id, secret) = Split(credential);
        switch (Door)
        {
            case Door.WhyLabs:
                message.Headers.Add("X-API-Key", credential);
                break;
            case Door.Fivetran:
                message.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{id}:{secret}")));
                break;
            default:
                message.Headers.Authorization = new("Bearer", credential);
                break;
        }

        return message;
    }

    public override string ToString() => $"{Method} {Path} {Body?.ToJsonString()}";

    private static (string Id, string Secret) Split(string credential)
    {
        var dot = credential.IndexOf('.', StringComparison.Ordinal);
        var colon = credential.IndexOf(':', StringComparison.Ordinal);
        return (credential[..dot], colon < 0 ? credential[(dot + 1)..] : credential[(dot + 1)..colon]);
    }
}
