using System.Text.Json;
using Roster.Sdk.Transport;

namespace Roster.Sdk.Native;

/// <summary>What is between the account and a document, and doing it.</summary>
public sealed class Plans
{
    /// <summary>Something that the plan depends on has moved since; <see cref="MovedIn"/> says what.</summary>
    public const string PlanMoved = "plan-moved";

    /// <summary>The plan removes more than it may.</summary>
    public const string ReachExceeded = "reach-exceeded";

    private readonly Calls _calls;

    internal Plans(Calls calls) => _calls = calls;

    /// <summary>Computes what is to be done, and does nothing.</summary>
    /// <param name="maxRemovals">How much it may remove; the server's own limit where it is null.</param>
    public Task<Plan> MakeAsync(Document document, int? maxRemovals = null, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        MakeAsync(New(maxRemovals, options).WithBody(document, NativeRequests.Default.Document), cancellationToken);

    /// <inheritdoc cref="MakeAsync(Document, int?, WriteOptions?, CancellationToken)"/>
    public Task<Plan> MakeAsync(
        string document, DocumentFormat format, int? maxRemovals = null, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        MakeAsync(New(maxRemovals, options).WithBody(document, Documents.MediaTypeOf(format)), cancellationToken);

    public Task<Plan> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/plans/{id}"), NativeJson.Default.Plan, cancellationToken);

    /// <summary>
    /// Does all of it, if nothing that it depends on has moved. With the plan's <see cref="Versioned.ETag"/> as <see cref="WriteOptions.IfMatch"/> the
    /// whole account must be as it was.
    /// </summary>
    public Task<AppliedPlan> ApplyAsync(string id, WriteOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Post($"/api/plans/{id}/apply").As(options), NativeJson.Default.AppliedPlan, cancellationToken);

    /// <summary>What has moved, of an exception whose code is <see cref="PlanMoved"/>; else nothing.</summary>
    public static IReadOnlyList<Moved> MovedIn(RosterException failure) => DetailsOf(failure)?.Moved ?? [];

    /// <summary>All that is wrong with a document, of an exception that refuses it; else nothing.</summary>
    public static IReadOnlyList<DocumentProblem> ProblemsIn(RosterException failure) => DetailsOf(failure)?.Problems ?? [];

    private static RefusalDetails? DetailsOf(RosterException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        try
        {
            return failure.Body is { ValueKind: JsonValueKind.Object } body ? body.Deserialize(NativeJson.Default.RefusalDetails) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Call New(int? maxRemovals, WriteOptions? options) => Call.Post($"/api/plans").With("maxRemovals", maxRemovals).As(options);

    private Task<Plan> MakeAsync(Call call, CancellationToken cancellation) => _calls.AskAsync(call, NativeJson.Default.Plan, cancellation);
}
