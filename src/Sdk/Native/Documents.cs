using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>The account as a document.</summary>
public sealed class Documents
{
    private readonly Calls _calls;

    internal Documents(Calls calls) => _calls = calls;

    /// <summary>One snapshot, in an order that stays.</summary>
    public Task<Document> GetAsync(CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/document"), NativeJson.Default.Document, cancellationToken);

    /// <summary>The same as the server writes it, to be kept in a file.</summary>
    public Task<string> GetTextAsync(DocumentFormat format, CancellationToken cancellationToken = default) =>
        _calls.AskTextAsync(Call.Get($"/api/document"), MediaTypeOf(format), cancellationToken);

    internal static string MediaTypeOf(DocumentFormat format) => format == DocumentFormat.Yaml ? "application/yaml" : "application/json";
}
