namespace Roster.Sdk;

/// <summary>What an update says about one value: nothing (it stays as it is), or what it is to be, which may be null.</summary>
public readonly record struct Change<T>
{
    private readonly T _value;

    public Change(T value)
    {
        _value = value;
        IsSet = true;
    }

    /// <summary>False for what the update leaves as it is.</summary>
    public bool IsSet { get; }

    /// <summary>What the value is to be, or <paramref name="otherwise"/> where the update leaves it as it is.</summary>
    public T Or(T otherwise) => IsSet ? _value : otherwise;

    public static implicit operator Change<T>(T value) => new(value);

    public override string ToString() => IsSet ? _value?.ToString() ?? "null" : "as it is";
}
