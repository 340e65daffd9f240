using System.Text.Json;
using Roster.Http.Scim.Lists;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Answers;

/// <summary>What requests bring along: a body, and what of the answer they want to see.</summary>
internal static class Bodies
{
    /// <summary>The body's object; null once the request has been refused.</summary>
    public static async ValueTask<JsonElement?> ReadObjectAsync(this Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { Whole: var json })
        {
            return null;
        }

        var problem = JsonMembers.AnyTwice(json) ? ScimError.Syntax("The body has a name twice, in another case perhaps.")
            : Texts.AnyHalf(exchange.Body.Span) ? ScimError.Syntax("The body has half of a surrogate pair.")
            : null;
        return await exchange.RefusedAsync(problem) ? null : json;
    }

    /// <summary>Null once the request has been refused.</summary>
    public static async ValueTask<Selection?> ReadSelectionAsync(this Exchange exchange, ResourceType type)
    {
        var selection = Selection.All;
        var problem = ListParameters.Read(exchange.Context.Request.Query, out var parameters)
            ?? ListRequest.ReadSelection(parameters, type, out selection);
        return await exchange.RefusedAsync(problem) ? null : selection;
    }
}
