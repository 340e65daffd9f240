using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Http.AuthZen.Reading;

namespace Roster.Http.AuthZen.Searching;

/// <summary>A search as it was asked for.</summary>
/// <param name="Hash">Of all that is asked; the next page is of the same.</param>
/// <param name="Page">Null where the request has none.</param>
internal sealed record SearchRequest<TSearch>(TSearch Search, byte[] Hash, PageRequest? Page);

/// <summary>Reads searches. What is searched for is a type alone: whatever else is said of it is ignored.</summary>
internal static class SearchRequest
{
    public static Outcome<SearchRequest<SubjectSearch>> Subjects(ReadOnlySpan<byte> json) => Read(
        json,
        AuthZenRoutes.SearchSubject,
        body => (
            Searched(body, "subject"),
            new QuestionParts(null, ActionPart.Read(body), EntityPart.Read(body, "resource"), body.Properties("context"))),
        (type, parts) => Complete(parts with { Subject = new(type, "", null) }).Map(question => new SubjectSearch(
            question.Subject.Type, question.Action, question.ActionProperties, question.Resource, question.Context)));

    public static Outcome<SearchRequest<ResourceSearch>> Resources(ReadOnlySpan<byte> json) => Read(
        json,
        AuthZenRoutes.SearchResource,
        body => (
            Searched(body, "resource"),
            new QuestionParts(EntityPart.Read(body, "subject"), ActionPart.Read(body), null, body.Properties("context"))),
        (type, parts) => Complete(parts with { Resource = new(type, "", null) }).Map(question => new ResourceSearch(
            question.Subject, question.Action, question.ActionProperties, question.Resource.Type, question.Context)));

    /// <summary>An action that is sent all the same is ignored.</summary>
    public static Outcome<SearchRequest<ActionSearch>> Actions(ReadOnlySpan<byte> json) => Read(
        json,
        AuthZenRoutes.SearchAction,
        body => (
            "",
            new QuestionParts(EntityPart.Read(body, "subject"), null, EntityPart.Read(body, "resource"), body.Properties("context"))),
        (_, parts) => Complete(parts with { Action = new("", null) }).Map(question => new ActionSearch(
            question.Subject, question.Resource, question.Context)));

    private static Outcome<SearchRequest<TSearch>> Read<TSearch>(
        ReadOnlySpan<byte> json,
        string endpoint,
        Func<Fields, (string? Type, QuestionParts Parts)> read,
        Func<string?, QuestionParts, Outcome<TSearch>> make)
    {
        var parsed = JsonText.Parse(json);
        if (parsed.Failed(out var malformed))
        {
            return malformed;
        }

        var body = parsed.Value;
        var (type, parts) = read(body);
        var page = PageRequest.Read(body);
        return body.Problem is { } problem
            ? problem
            : make(type, parts).Map(search => new SearchRequest<TSearch>(search, CanonicalJson.HashOf(endpoint, body.Whole), page));
    }

    /// <summary>Null where the type is missing.</summary>
    private static string? Searched(Fields body, string name) => body.Object(name)?.Text("type");

    private static Outcome<AccessQuestion> Complete(QuestionParts parts) => parts.Complete();
}
