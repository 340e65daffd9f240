using System.Text.Json;
using Roster.Core.Access;
using Roster.Core.Outcomes;
using Roster.Core.Users;

namespace Roster.Http.WhyLabs.Users;

/// <summary>All users of the account by id, as one bare array.</summary>
internal sealed class UserList(ListUsers list, Caller caller) : LongList<IReadOnlyList<User>>
{
    protected override ValueTask<Outcome<IReadOnlyList<User>>> ReadAsync(
        IReadOnlyList<User>? before, CancellationToken cancellationToken) =>
        list.ByIdAsync(caller, before is null ? "" : before[^1].Id.Value, Stretch, cancellationToken);

    protected override bool IsLast(IReadOnlyList<User> stretch) => stretch.Count < Stretch;

    protected override void Open(Utf8JsonWriter json) => json.WriteStartArray();

    protected override void Write(Utf8JsonWriter json, IReadOnlyList<User> stretch)
    {
        foreach (var user in stretch)
        {
            AccountUserWire.Write(json, (caller.Account, user));
        }
    }

    protected override void Close(Utf8JsonWriter json) => json.WriteEndArray();
}
