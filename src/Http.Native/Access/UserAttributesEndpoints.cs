using Roster.Core.Access.Subjects;
using Roster.Core.Users;
using Roster.Http.Native.Writes;

namespace Roster.Http.Native.Access;

/// <summary>What the account keeps about a user for conditions to ask. Their version is the user's.</summary>
internal sealed class UserAttributesEndpoints(FindUserAttributes find, SetUserAttributes set)
{
    private static readonly Reply<UserAttributes> One = new()
    {
        Body = (json, found) => AttributesWire.Write(json, found.Attributes),
        Version = found => found.User.ChangedIn,
    };

    public async ValueTask ShowAsync(Exchange exchange)
    {
        var found = await find.RunAsync(exchange.Caller, UserRef.ById(exchange.Path("id")), exchange.Cancellation);
        if (!await exchange.RefusedAsync(found))
        {
            await One.AnswerAsync(exchange, found.Value);
        }
    }

    public async ValueTask PutAsync(Exchange exchange)
    {
        if (await exchange.ReadBodyAsync() is not { } body)
        {
            return;
        }

        var attributes = AttributesWire.Read(body);
        if (!await exchange.RefusedAsync(body.Problem))
        {
            var user = UserRef.ById(exchange.Path("id"));
            await exchange.WriteAsync(caller => set.RunAsync(caller, user, attributes, exchange.Cancellation), One);
        }
    }
}
