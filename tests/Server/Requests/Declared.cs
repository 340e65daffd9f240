using Roster.Http;

namespace Roster.Tests.Server.Requests;

/// <summary>At least one request for every route of the server.</summary>
public static class Declared
{
    public static IReadOnlyList<DeclaredRequest> All { get; } = [.. FivetranRequests.All, .. WhyLabsRequests.All, .. NativeRequests.All, .. AccessRequests.All, .. AuthZenRequests.All, .. ScimRequests.All];

    /// <summary>As the running server's route tables have them, methods before patterns.</summary>
    public static IEnumerable<string> RoutesOf(RosterServer server) => server.Get<Doors>().Dialects
        .SelectMany(dialect => dialect.Routes.Concat(OpenApi.RoutesOf(dialect)))
        .Select(route => $"{route.Method} {route.Pattern}");

    public static Kind KindOf(string placeholder) => placeholder switch
    {
        "account" => Kind.Account,
        "user" or "stranger" or "pending" or "newUser" => Kind.User,
        "email" or "strangerEmail" or "newEmail" => Kind.UserName,
        "organization" or "newOrganization" => Kind.Organization,
        "group" or "otherGroup" or "newGroup" => Kind.Group,
        "connector" or "otherConnector" or "newConnector" => Kind.Connector,
        "team" or "otherTeam" or "newTeam" => Kind.Team,
        "role" or "heldRole" => Kind.Role,
        "resourceType" or "freeResourceType" => Kind.ResourceType,
        "resource" => Kind.Resource,
        "key" => Kind.Key,
        "plan" => Kind.Plan,
        "token" => Kind.Invitation,
        "cursor" => Kind.Cursor,
        "revision" => Kind.Revision,
        _ => throw new ArgumentOutOfRangeException(nameof(placeholder), placeholder, "Names nothing of an account."),
    };
}
