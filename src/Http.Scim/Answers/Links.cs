using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Answers;

/// <summary>Addresses of resources: what is configured, else how the client reached the server.</summary>
internal sealed class Links
{
    public const string Root = "/scim/v2";

    private readonly string _base;

    private Links(string origin) => _base = origin + Root;

    public static Links Of(Exchange exchange, PublicUrl publicUrl)
    {
        var request = exchange.Context.Request;
        return new(publicUrl.IsConfigured || !request.Host.HasValue ? publicUrl.Base : $"{request.Scheme}://{request.Host.Value}");
    }

    public string To(string path) => _base + path;

    public string To(ResourceType type, string id) => $"{_base}{type.Endpoint}/{id}";
}
