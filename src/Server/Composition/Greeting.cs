using Roster.Core.Accounts;

namespace Roster.Server.Composition;

/// <summary>What the first start prints: the only copy of the first key, and a way in through each door.</summary>
internal static class Greeting
{
    public static string Of(OpenedAccount opened, string url)
    {
        var key = opened.Key.Credential;
        return $"""

            This store was empty: it now has the account {opened.Account.Id} and this admin key, which is not shown again.

              {key}

            Try it through each door:

              curl -u {key.Id}:{key.Secret} {url}/v1/users
              curl -H 'X-API-Key: {key}' {url}/v0/accounts/org/{opened.Account.Id}/users
              curl -H 'Authorization: Bearer {key.Id}.{key.Secret}' {url}/api/account

            """;
    }
}
