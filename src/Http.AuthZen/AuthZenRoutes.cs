using Roster.Http.AuthZen.Checking;
using Roster.Http.AuthZen.Discovery;
using Roster.Http.AuthZen.Reading;
using Roster.Http.AuthZen.Searching;

namespace Roster.Http.AuthZen;

/// <summary>All that this dialect answers.</summary>
internal sealed class AuthZenRoutes(Evaluations evaluations, Searches searches, PublicUrl url)
{
    public const string Evaluation = "/access/v1/evaluation";
    public const string Evaluations = "/access/v1/evaluations";
    public const string SearchSubject = "/access/v1/search/subject";
    public const string SearchResource = "/access/v1/search/resource";
    public const string SearchAction = "/access/v1/search/action";

    public IReadOnlyList<Route> All { get; } =
    [
        Asking(Evaluation, evaluations.EvaluateAsync),
        Asking(Evaluations, evaluations.EvaluateAllAsync),
        Asking(SearchSubject, searches.SubjectsAsync),
        Asking(SearchResource, searches.ResourcesAsync),
        Asking(SearchAction, searches.ActionsAsync),
        .. Metadata.Of(url) is { } metadata ? (Route[])[new("GET", metadata.Path, metadata.ShowAsync, RouteAccess.Anyone)] : [],
    ];

    private static Route Asking(string path, Func<Exchange, ValueTask> handler) =>
        new("POST", path, Asker.MayAsk(handler), MaxBody: RequestBody.MaxBytes);
}
