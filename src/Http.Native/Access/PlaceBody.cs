using Roster.Core.Scopes;
using Roster.Core.Values;

namespace Roster.Http.Native.Access;

/// <summary>A place in the account's tree: <c>{"kind":"group","id":"warehouse"}</c>; the account itself needs no id.</summary>
internal static class PlaceBody
{
    /// <summary>Null where the body names none.</summary>
    public static ScopeId? Read(Fields body, string name, AccountId account)
    {
        if (body.Object(name) is not { } place)
        {
            return null;
        }

        if (WireNames.ScopeKindOf(place.RequiredText("kind")) is not { } kind)
        {
            place.Refuse("kind", "must be account, organization, group or connector");
            return null;
        }

        return kind == ScopeKind.Account && !place.Has("id") ? ScopeId.Account(account) : new(kind, place.RequiredText("id"));
    }
}
