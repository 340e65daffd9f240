namespace Roster.Storage.Sqlite;

/// <summary>One file.</summary>
public sealed record SqliteAddress(string File) : StoreAddress
{
    private const string Scheme = "sqlite:";

    internal static SqliteAddress? Parse(string text) =>
        text.StartsWith(Scheme, StringComparison.Ordinal) && text.Length > Scheme.Length ? new(text[Scheme.Length..]) : null;

    public override string ToString() => Scheme + File;
}
