using Roster.Core.Access.Granting;
using Roster.Core.Access.Subjects;
using Roster.Core.Roles;
using Roster.Core.Storage;

namespace Roster.Core.Access.Reading;

/// <summary>Answers questions from a snapshot of the store, row by row: as many looks as it takes, and nothing kept.</summary>
internal static class QuestionReads
{
    // Enough to make waiting short, few enough that no request fills the engine's queue.
    private const int Together = 20;

    /// <summary>Answers each, in their order; what they ask is asked together.</summary>
    public static async ValueTask<List<T>> EachAsync<T>(IReadOnlyList<AccessQuestion> questions, Func<AccessQuestion, ValueTask<T>> answer)
    {
        var answers = new List<T>(questions.Count);
        foreach (var some in questions.Chunk(Together))
        {
            var answering = Array.ConvertAll(some, question => answer(question));
            foreach (var answered in answering)
            {
                answers.Add(await answered);
            }
        }

        return answers;
    }

    public static async ValueTask<AccessSettings> SettingsAsync(this IReads reads) =>
        (await reads.AccessSettingsAsync())?.Settings ?? AccessSettings.Default;

    public static async ValueTask<bool> IsPermittedAsync(this IReads reads, AccessSettings settings, AccessQuestion question) =>
        (await reads.ReasonsAsync(settings, question, 1)).Count > 0;

    /// <param name="atMost">As many reasons as are wanted.</param>
    public static async ValueTask<IReadOnlyList<AccessReason>> ReasonsAsync(
        this IReads reads, AccessSettings settings, AccessQuestion question, int atMost)
    {
        var reasons = new List<AccessReason>();
        await foreach (var reason in WhyAsync(reads, settings, question, grant => grant.IsFor(question.Action, question.Resource.Type)))
        {
            reasons.Add(reason);
            if (reasons.Count == atMost)
            {
                break;
            }
        }

        return reasons;
    }

    /// <summary>Every grant that is in force for the subject on the resource, whatever the action.</summary>
    public static async IAsyncEnumerable<AccessReason> WhyAsync(
        IReads reads, AccessSettings settings, AccessQuestion question, Func<Grant, bool> matches)
    {
        if (await FoundSubject.FindAsync(reads, settings, question.Subject) is not { } subject
            || await FoundResource.FindAsync(reads, question.Resource.Type, question.Resource.Id) is not { } resource)
        {
            yield break;
        }

        var situation = new Situation(question, subject.Facts, resource.Kept);
        foreach (var held in await HeldRole.AllAsync(reads, subject.Member, resource.Scopes))
        {
            foreach (var grant in (await reads.RoleAsync(held.Held.Role))?.Permissions ?? [])
            {
                if (matches(grant) && (grant.When is null || grant.When.Holds(situation)))
                {
                    yield return new(held.Held, held.Seat, grant);
                }
            }
        }
    }
}
