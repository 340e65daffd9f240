using Roster.Core.Outcomes;
using Roster.Core.Storage;

namespace Roster.Core.Access;

/// <summary>
/// How the answer to a request is kept, so that the request can come again and be answered without being done again. It is left
/// as a note, in the same transaction as what was done; a refusal is not kept, as nothing was.
/// </summary>
/// <param name="name">The note's: of who asks, and of what they call the request.</param>
/// <param name="fingerprint">Tells the request from another one of that name.</param>
public abstract class Keeping(string name, ReadOnlyMemory<byte> fingerprint)
{
    public string Name => name;

    /// <summary>What there is to say to a request whose name was met before.</summary>
    protected Fault Met(Note note) =>
        note.Content.Length >= fingerprint.Length && note.Content.Span[..fingerprint.Length].SequenceEqual(fingerprint.Span)
            ? new(FaultKind.AlreadyAnswered, "This was done before.") { Answered = note.Content[fingerprint.Length..] }
            : new(FaultKind.RepeatDiffers, "Another request was made under this name.");

    protected Note Of(ReadOnlyMemory<byte> answer) => new(name, (byte[])[.. fingerprint.Span, .. answer.Span]);
}

/// <inheritdoc/>
/// <param name="render">Writes the answer, with the revision that it is of, as it is to be given again: without any secret. Pure.</param>
public sealed class Keeping<TAnswer>(string name, ReadOnlyMemory<byte> fingerprint, Func<TAnswer, long, ReadOnlyMemory<byte>> render)
    : Keeping(name, fingerprint)
{
    /// <summary>Looks for the note under the lock, so that of two who come at once one is done and the other answered.</summary>
    internal Write<(TFacts Facts, Note? Met), TAnswer> Around<TFacts>(Write<TFacts, TAnswer> write) => new(
        write.Account,
        write.Token,
        write.Actor,
        write.Door,
        async reads =>
        {
            var meeting = reads.NoteAsync(Name);
            var facts = await write.Read(reads);
            return (facts, await meeting);
        },
        (found, moment) => found.Met is { } met ? Met(met) : Keep(write.Decide(found.Facts, moment), moment))
    {
        MayTakeLong = write.MayTakeLong,
    };

    private Verdict<TAnswer> Keep(Verdict<TAnswer> verdict, Moment moment) => verdict.Answer.Fault is null
        ? verdict.Leaving(Of(render(verdict.Answer.Value, moment.Revision + verdict.Changes.Count)))
        : verdict;
}
