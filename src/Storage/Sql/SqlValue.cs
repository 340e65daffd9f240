using Roster.Core.Values;

namespace Roster.Storage.Sql;

internal enum SqlKind : byte
{
    Number,
    Text,
    Bytes,
}

/// <summary>A parameter. A null keeps its kind, since not every engine can guess it.</summary>
internal readonly struct SqlValue : IEquatable<SqlValue>
{
    private readonly object? _reference;

    private SqlValue(SqlKind kind, bool isNull, long number, object? reference) =>
        (Kind, IsNull, Number, _reference) = (kind, isNull, number, reference);

    public SqlKind Kind { get; }

    public bool IsNull { get; }

    public long Number { get; }

    public string Text => (string)_reference!;

    public byte[] Bytes => (byte[])_reference!;

    public static implicit operator SqlValue(string? value) => new(SqlKind.Text, value is null, 0, value);

    public static implicit operator SqlValue(long value) => new(SqlKind.Number, false, value, null);

    public static implicit operator SqlValue(long? value) => new(SqlKind.Number, value is null, value ?? 0, null);

    public static implicit operator SqlValue(bool value) => new(SqlKind.Number, false, value ? 1 : 0, null);

    public static implicit operator SqlValue(Instant value) => new(SqlKind.Number, false, value.Microseconds, null);

    public static implicit operator SqlValue(Instant? value) => new(SqlKind.Number, value is null, value?.Microseconds ?? 0, null);

    public static implicit operator SqlValue(byte[] value) => new(SqlKind.Bytes, false, 0, value);

    /// <summary>Texts by their characters; bytes by identity, as no question asks by them.</summary>
    public bool Equals(SqlValue other) =>
        Kind == other.Kind && IsNull == other.IsNull && Number == other.Number && Equals(_reference, other._reference);

    public override bool Equals(object? obj) => obj is SqlValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, IsNull, Number, _reference);
}
