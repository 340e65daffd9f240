using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Users;
using Roster.Core.Values;

namespace Roster.Http.WhyLabs.Users;

/// <summary>All users of the account by id, as one bare array.</summary>
internal sealed class UserList(ListUsers list, Caller caller) : LongList<Slice<User>>
{
    protected override ValueTask<Outcome<Slice<User>>> ReadAsync(
        Slice<User>? before, CancellationToken cancellationToken) =>
        list.ByIdAsync(caller, before is null ? "" : before.Items[^1].Id.Value, Stretch, cancellationToken);

    protected override bool IsLast(Slice<User> stretch) => stretch.Next is null;

    protected override void Open(Utf8JsonWriter json) => json.WriteStartArray();

    protected override void Write(Utf8JsonWriter json, Slice<User> stretch)
    {
        foreach (var user in stretch.Items)
        {
            AccountUserWire.Write(json, (caller.Account, user));
        }
    }

    protected override void Close(Utf8JsonWriter json) => json.WriteEndArray();
}
