namespace Roster.Core.Values;

/// <summary>A value that may be left out of a request: absent is not the same as null.</summary>
public readonly record struct Optional<T>
{
    private readonly T _value;

    public Optional(T value)
    {
        _value = value;
        IsSet = true;
    }

    public bool IsSet { get; }

    public T Or(T fallback) => IsSet ? _value : fallback;

    public static implicit operator Optional<T>(T value) => new(value);
}
