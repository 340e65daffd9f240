using Roster.Core.Changes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sql.Changes;
using Roster.Storage.Sql.Statements;

namespace Roster.Storage.Sql.Applying;

/// <summary>Applies the changes of a set, appends them to the account's log and leaves notes, in the transaction that the caller holds.</summary>
internal sealed class SetWriter(ISqlWriter sql, long? bigEnd)
{
    private readonly ChangeApplier _applier = new(sql, bigEnd);

    public void Write(CommittedSet set, SetToken token) => Write(set, token, 0, set.Changes.Count);

    /// <summary>A part of a set that is written in parts, all in their order.</summary>
    public void Write(CommittedSet set, SetToken token, int from, int to)
    {
        if (from == 0)
        {
            _applier.BeginSet();
        }

        for (var i = from; i < to; i++)
        {
            var on = new Occasion(set.Account.Value, set.First + i, set.At, set.Actor, set.Door);
            _applier.Apply(set.Changes[i], on);
            Append(ChangeCodec.Encode(set.Changes[i]), set.First, i == 0 ? token.Value : null, on);
        }

        if (to == set.Changes.Count)
        {
            _applier.EndSet();
        }
    }

    /// <summary>The last write of an account: the revision that its sets were decided at guards against another writer.</summary>
    public void Advance(AccountId account, long from, long to, Instant at) =>
        sql.WriteOne(AccountStatements.Advance, account.Value, from, to, at);

    /// <summary>After the changes that they came with: an account that is closed loses its notes, but not the one about its closing.</summary>
    public void Leave(AccountId account, IReadOnlyList<Note> notes, Instant at)
    {
        foreach (var note in notes)
        {
            sql.Write(NoteStatements.Leave, account.Value, note.Name, at, note.Content.ToArray());
            sql.Write(NoteStatements.DeleteExpired, account.Value, Note.ExpiredAt(at));
        }
    }

    private void Append(EncodedChange change, long first, string? token, Occasion on) => sql.Write(
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
