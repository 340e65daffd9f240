namespace Roster.Cli.Importing;

/// <summary>One row of the file: a user as the file wants them.</summary>
/// <param name="Line">Where the row begins, counted from 1.</param>
/// <param name="Values">What it says about the user, by the document's names; an empty cell says nothing.</param>
/// <param name="Role">In the account; null where the row says nothing about it.</param>
/// <param name="Problem">Why it can not be sent at all; null where it can.</param>
internal sealed record UserRow(long Line, string UserName, IReadOnlyDictionary<string, string> Values, string? Role, string? Problem);
