namespace Roster.Storage.Sql.Tables;

/// <summary>What a column holds, as far as engines have to agree.</summary>
internal enum ColumnKind : byte
{
    /// <summary>A kind, level, door or flag.</summary>
    Small,

    /// <summary>A revision or a time.</summary>
    Number,

    Text,

    Bytes,
}

internal sealed record Column(string Name, ColumnKind Kind)
{
    public static Column Small(string name) => new(name, ColumnKind.Small);

    public static Column Number(string name) => new(name, ColumnKind.Number);

    public static Column Text(string name) => new(name, ColumnKind.Text);

    public static Column Bytes(string name) => new(name, ColumnKind.Bytes);
}
