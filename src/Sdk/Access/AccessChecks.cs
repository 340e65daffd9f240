using Roster.Sdk.Native;
using Roster.Sdk.Transport;

namespace Roster.Sdk.Access;

/// <summary>
/// Whether somebody may do something, by the OpenID AuthZEN API. Asking needs a key with the grant <c>check</c>, and no other. Whatever is not a clear
/// yes is an exception or false.
/// </summary>
public sealed class AccessChecks
{
    /// <summary>The most questions of one request.</summary>
    private const int MostQuestions = 1_000;

    private readonly Calls _calls;

    internal AccessChecks(Calls calls) => _calls = calls;

    public async Task<bool> CheckAsync(AccessQuestion question, CancellationToken cancellationToken = default)
    {
        var call = Asking($"/access/v1/evaluation").WithBody(question, AccessRequests.Default.AccessQuestion);
        return (await _calls.AskAsync(call, AccessJson.Default.Decision, cancellationToken)).Allowed;
    }

    /// <inheritdoc cref="CheckAsync(AccessQuestion, CancellationToken)"/>
    public Task<bool> CheckAsync(AccessEntity subject, AccessAction action, AccessEntity resource, CancellationToken cancellationToken = default) =>
        CheckAsync(new AccessQuestion(subject, action, resource), cancellationToken);

    /// <summary>The answers in the order of the questions, each thousand of them on one state of the account.</summary>
    public async Task<IReadOnlyList<bool>> CheckAllAsync(IEnumerable<AccessQuestion> questions, CancellationToken cancellationToken = default)
    {
        var answers = new List<bool>();
        foreach (var some in questions.Chunk(MostQuestions))
        {
            var call = Asking($"/access/v1/evaluations").WithBody(new Batch(some), AccessRequests.Default.Batch);
            var decisions = (await _calls.AskAsync(call, AccessJson.Default.Decisions, cancellationToken)).Evaluations;
            if (decisions.Count != some.Length)
            {
                throw new RosterException($"The server answered {decisions.Count} of {some.Length} questions.") { Code = RosterException.UnreadableAnswer };
            }

            answers.AddRange(decisions.Select(decision => decision.Allowed));
        }

        return answers;
    }

    /// <summary>Who of a type may do something, by what the type names them.</summary>
    public Paged<string> FindSubjectsAsync(
        string type, AccessAction action, AccessEntity resource, int? pageSize = null, CancellationToken cancellationToken = default) =>
        Find($"/access/v1/search/subject", new(new(type), action, Named(resource), null, new(null, pageSize)), cancellationToken);

    /// <summary>To what of a type somebody may do something: ids.</summary>
    public Paged<string> FindResourcesAsync(
        AccessEntity subject, AccessAction action, string type, int? pageSize = null, CancellationToken cancellationToken = default) =>
        Find($"/access/v1/search/resource", new(Named(subject), action, new(type), null, new(null, pageSize)), cancellationToken);

    /// <summary>What somebody may do to something: names of actions.</summary>
    public Paged<string> FindActionsAsync(
        AccessEntity subject, AccessEntity resource, int? pageSize = null, CancellationToken cancellationToken = default) =>
        Find($"/access/v1/search/action", new(Named(subject), null, Named(resource), null, new(null, pageSize)), cancellationToken);

    /// <summary>Why somebody may do something: every way in which they may. What is kept of both is what conditions are asked with.</summary>
    public Task<AccessExplanation> ExplainAsync(AccessEntity subject, string action, AccessEntity resource, CancellationToken cancellationToken = default) => _calls.AskAsync(
        Call.Get($"/api/access/explain")
            .With("subjectType", subject.Type).With("subjectId", subject.Id).With("action", action)
            .With("resourceType", resource.Type).With("resourceId", resource.Id),
        NativeJson.Default.AccessExplanation,
        cancellationToken);

    public Task<AccessSettings> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        _calls.AskAsync(Call.Get($"/api/access/settings"), NativeJson.Default.AccessSettings, cancellationToken);

    public Task<AccessSettings> ChangeSettingsAsync(
        AccessSettingsChange change, WriteOptions? options = null, CancellationToken cancellationToken = default) => _calls.AskAsync(
            Call.Patch($"/api/access/settings").WithBody(change, NativeRequests.Default.AccessSettingsChange).As(options),
            NativeJson.Default.AccessSettings,
            cancellationToken);

    /// <summary>A question changes nothing.</summary>
    private static Call Asking(Target target) => Call.Post(target).Repeatable(true);

    private static Searched Named(AccessEntity entity) => new(entity.Type, entity.Id, entity.Properties);

    private Paged<string> Find(Target target, Search search, CancellationToken cancellationToken) => _calls.List(
        cursor => Asking(target).WithBody(search with { Page = search.Page with { Token = cursor } }, AccessRequests.Default.Search),
        AccessJson.Default.Found,
        found => found.Name ?? found.Id ?? "",
        cancellationToken);
}
