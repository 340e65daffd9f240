namespace Roster.Http.Native.Documents;

/// <param name="MaxBytes">Most bytes of a document; more is refused.</param>
public sealed record DocumentOptions(int MaxBytes);
