namespace Roster.Tests.Server.Requests;

/// <summary>Every operation of the SCIM dialect, with the version in the path and without.</summary>
internal static class ScimRequests
{
    private const string User = "\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]";
    private const string Manager = "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"department\":\"{fresh}\",\"manager\":{\"value\":\"{stranger}\"}}";
    private const string Filter = "filter=userName%20eq%20%22{email}%22%20or%20id%20eq%20%22{user}%22%20or%20groups%20eq%20%22{team}%22";

    /// <summary>All that a client can write of a user.</summary>
    private const string Whole = "{" + User + "," + Manager + """
        ,"userName":"{newEmail}","externalId":"{fresh}","name":{"formatted":"{fresh}","givenName":"{fresh}","familyName":"{fresh}"},"displayName":"{fresh}","nickName":"{fresh}","profileUrl":"https://example.com/{fresh}","title":"{fresh}",
        "userType":"{fresh}","preferredLanguage":"en","locale":"en-GB","timezone":"Europe/London","active":true,"emails":[{"value":"{email}","primary":true}],"phoneNumbers":[{"value":"{fresh}"}],
        "photos":[{"value":"https://example.com/{fresh}.png"}],"addresses":[{"formatted":"{fresh}","country":"GB"}]}
        """;

    private const string Search = """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"id eq \"{user}\" or emails[type eq \"work\"].value eq \"{email}\"","cursor":"{cursor}","count":5,"attributes":["userName"]}
        """;

    private const string Sorted = """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"startIndex":1,"count":5,"sortBy":"displayName","sortOrder":"descending","excludedAttributes":["meta"]}
        """;

    private const string Patch = """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"displayName","value":"{fresh}"},{"op":"add","path":"title","value":"{fresh}"},{"op":"add","path":"manager","value":"{stranger}"},{"op":"remove","path":"emails[type eq \"home\"]"}]}
        """;

    private const string MyPatch = """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"displayName","value":"{fresh}"}]}
        """;

    private const string Group = "\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"]";
    private const string GroupFilter = "filter=displayName%20eq%20%22{fresh}%22%20or%20id%20eq%20%22{team}%22%20or%20members%20eq%20%22{user}%22";

    private const string MemberPatch = """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"add","path":"members","value":[{"value":"{stranger}"}]},{"op":"add","path":"externalId","value":"{fresh}"}]}
        """;

    private const string Removal = """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"remove","path":"members[value eq \"{user}\"]"},{"op":"replace","path":"displayName","value":"{fresh}"}]}
        """;

    private const string Bulk = """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"failOnErrors":9,"Operations":[
          {"method":"POST","path":"/Groups","bulkId":"g","data":{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"{fresh}","members":[{"value":"bulkId:u"},{"value":"{user}"}]}},
          {"method":"POST","path":"/Users","bulkId":"u","data":{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"{newEmail}"}},
          {"method":"PATCH","path":"/Groups/{team}","data":{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"displayName","value":"{fresh}"}]}}]}
        """;

    public static readonly IReadOnlyList<DeclaredRequest> All =
        [new("GET /openapi/scim.json", Need.Anyone, "/openapi/scim.json"), .. Below("/scim/v2"), .. Below("/scim")];

    private static DeclaredRequest[] Below(string root) =>
    [
        new($"GET {root}/ServiceProviderConfig", Need.Anyone, root + "/ServiceProviderConfig"),
        new($"GET {root}/ResourceTypes", Need.Anyone, root + "/ResourceTypes"),
        new($"GET {root}/ResourceTypes/{{kind}}", Need.Anyone, root + "/ResourceTypes/User"),
        new($"GET {root}/Schemas", Need.Anyone, root + "/Schemas"),
        new($"GET {root}/Schemas/{{kind}}", Need.Anyone, root + "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"),

        new($"GET {root}", Need.Read, root + "?cursor={cursor}&count=5"),
        new($"GET {root}", Need.Read, $"{root}?{Filter}&sortBy=id&sortOrder=descending&startIndex=1&count=5&attributes=userName&excludedAttributes="),
        new($"POST {root}/.search", Need.Read, root + "/.search", Search),
        new($"POST {root}/.search", Need.Read, root + "/.search", Sorted),

        new($"GET {root}/Users", Need.Read, root + "/Users?cursor={cursor}&count=5"),
        new($"GET {root}/Users", Need.Read, $"{root}/Users?{Filter}&sortBy=userName&sortOrder=descending&startIndex=1&count=5&attributes=userName,groups&excludedAttributes="),
        new($"POST {root}/Users", Need.Provision, root + "/Users?attributes=&excludedAttributes=", Whole),
        new($"POST {root}/Users/.search", Need.Read, root + "/Users/.search", Search),
        new($"POST {root}/Users/.search", Need.Read, root + "/Users/.search", Sorted),
        new($"GET {root}/Users/{{id}}", Need.Read, root + "/Users/{user}?attributes=&excludedAttributes="),
        new($"PUT {root}/Users/{{id}}", Need.Provision, root + "/Users/{user}?attributes=userName&excludedAttributes=", Whole),
        new($"PATCH {root}/Users/{{id}}", Need.Provision, root + "/Users/{user}?attributes=userName&excludedAttributes=", Patch),
        new($"DELETE {root}/Users/{{id}}", Need.Provision, root + "/Users/{stranger}"),

        new($"GET {root}/Groups", Need.Read, root + "/Groups?cursor={cursor}&count=5"),
        new($"GET {root}/Groups", Need.Read, $"{root}/Groups?{GroupFilter}&sortBy=displayName&sortOrder=descending&startIndex=1&count=5&attributes=&excludedAttributes=members"),
        new($"POST {root}/Groups", Need.Provision, root + "/Groups?attributes=&excludedAttributes=", $$"""{{{Group}},"displayName":"{fresh}","externalId":"x","members":[{"value":"{user}"}]}"""),
        new($"POST {root}/Groups/.search", Need.Read, root + "/Groups/.search", Search.Replace("emails[type eq \\\"work\\\"].value eq \\\"{email}\\\"", "members eq \\\"{user}\\\"").Replace("userName", "displayName")),
        new($"POST {root}/Groups/.search", Need.Read, root + "/Groups/.search", Sorted),
        new($"GET {root}/Groups/{{id}}", Need.Read, root + "/Groups/{team}?attributes=&excludedAttributes="),
        new($"GET {root}/Groups/{{id}}", Need.Read, root + "/Groups/{organization}:member?attributes=members&excludedAttributes="),
        new($"PUT {root}/Groups/{{id}}", Need.Provision, root + "/Groups/{team}?attributes=members&excludedAttributes=", $$"""{{{Group}},"displayName":"{fresh}","externalId":"x","members":[{"value":"{stranger}"}]}"""),
        new($"PATCH {root}/Groups/{{id}}", Need.Provision, root + "/Groups/{team}?attributes=members&excludedAttributes=", MemberPatch),
        new($"PATCH {root}/Groups/{{id}}", Need.Provision, root + "/Groups/{organization}:viewer", MemberPatch),
        new($"PATCH {root}/Groups/{{id}}", Need.Provision, root + "/Groups/{otherTeam}", Removal),
        new($"DELETE {root}/Groups/{{id}}", Need.Provision, root + "/Groups/{otherTeam}"),
        new($"POST {root}/Bulk", Need.Provision, root + "/Bulk", Bulk),

        new($"GET {root}/Me", Need.Owner, root + "/Me?attributes=userName&excludedAttributes="),
        new($"POST {root}/Me", Need.Owner, root + "/Me", "{}"),
        new($"PUT {root}/Me", Need.Owner, root + "/Me?attributes=userName&excludedAttributes=", Whole),
        new($"PATCH {root}/Me", Need.Owner, root + "/Me?attributes=userName&excludedAttributes=", MyPatch),
        new($"DELETE {root}/Me", Need.Owner, root + "/Me"),
    ];
}
