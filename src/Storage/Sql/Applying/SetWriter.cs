using Roster.Core.Changes;
using Roster.Core.Values;
using Roster.Storage.Sql.Changes;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

/// <summary>Applies the changes of a set and appends them to the account's log, in the transaction that the caller holds.</summary>
internal sealed class SetWriter(ISql sql, long bigEnd)
{
    private readonly ChangeApplier _applier = new(sql, bigEnd);

    public async ValueTask WriteAsync(CommittedSet set, SetToken token)
    {
        var account = set.Account.Value;
        for (var i = 0; i < set.Changes.Count; i++)
        {
            var on = new Occasion(account, set.First + i, set.At, set.Actor, set.Door);
            await _applier.ApplyAsync(set.Changes[i], on);
            await AppendAsync(ChangeCodec.Encode(set.Changes[i]), set.First, i == 0 ? token.Value : null, on);
        }

        if (await sql.ExecuteAsync(AccountStatements.Advance, account, set.First - 1, set.Last, set.At) != 1)
        {
            throw new InvalidOperationException($"The account is not at revision {set.First - 1}, where the set begins.");
        }
    }

    private async ValueTask AppendAsync(EncodedChange change, long first, string? token, Occasion on) => await sql.ExecuteAsync(
        LogStatements.Append,
        on.Account,
        on.Revision,
        first,
        token,
        on.At,
        on.Actor,
        (long)on.Door,
        change.Kind,
        change.Version,
        change.Facts,
        change.Personal);
}
