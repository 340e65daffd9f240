namespace Roster.Tests.Http.Native;

/// <summary>What the world's things look like through this door, to the byte. The clock stands still.</summary>
internal static class Expected
{
    public const string Now = "2026-03-03T10:00:00.123456Z";

    public const string Ada =
        $$"""{"id":"ada","userName":"Ada@example.com","givenName":"Ada","familyName":"Byron","displayName":null,"phone":null,"picture":null,"externalId":null,"userSchema":null,"active":true,"pending":false,"verified":false,"role":"Account Administrator","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string Grace =
        $$"""{"id":"grace","userName":"grace@example.com","givenName":null,"familyName":null,"displayName":null,"phone":null,"picture":null,"externalId":null,"userSchema":null,"active":true,"pending":false,"verified":false,"role":"Account Reviewer","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string Mary =
        $$"""{"id":"mary","userName":"mary@example.com","givenName":null,"familyName":null,"displayName":null,"phone":null,"picture":null,"externalId":null,"userSchema":null,"active":true,"pending":false,"verified":false,"role":null,"createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string Lab = $$"""{"id":"org-lab","name":"Lab","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string Warehouse = $$"""{"id":"warehouse","name":"Warehouse","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string Staging = $$"""{"id":"staging","name":"Staging","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string Orders =
        $$"""{"id":"orders","groupId":"warehouse","service":"postgres","name":"orders_db","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string AdaInAccount =
        $$"""{"kind":"account","scopeId":"{account}","userId":"ada","teamId":null,"role":"Account Administrator","level":"admin","expiresAt":null,"givenBy":"server","door":"server","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string GraceInAccount =
        $$"""{"kind":"account","scopeId":"{account}","userId":"grace","teamId":null,"role":"Account Reviewer","level":"viewer","expiresAt":null,"givenBy":"server","door":"server","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string GraceInWarehouse =
        $$"""{"kind":"group","scopeId":"warehouse","userId":"grace","teamId":null,"role":"Edit Destination","level":"member","expiresAt":null,"givenBy":"server","door":"server","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string GraceInOrders =
        $$"""{"kind":"connector","scopeId":"orders","userId":"grace","teamId":null,"role":"Edit Connection","level":"member","expiresAt":"2026-04-02T10:00:00.123456Z","givenBy":"server","door":"server","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string MaryInLab =
        $$"""{"kind":"organization","scopeId":"org-lab","userId":"mary","teamId":null,"role":"Organization Viewer","level":"viewer","expiresAt":null,"givenBy":"server","door":"server","createdAt":"{{Now}}","changedAt":"{{Now}}"}""";

    public const string FirstKey =
        $$"""{"id":"{key}","name":"first key","grants":["admin"],"level":"admin","ownerId":null,"expiresAt":null,"revokedAt":null,"createdBy":"operator","createdAt":"{{Now}}","lastUsedAt":null}""";

    public const string LastOwner = "The account must keep at least one owner.";
}
