using System.Diagnostics.CodeAnalysis;

namespace Roster.Core.Outcomes;

/// <summary>A value or the fault that stood in its way, with the account's revision that it was judged at (0 where there was no account).</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Fault? fault, long revision)
    {
        _value = value;
        Fault = fault;
        Revision = revision;
    }

    public Fault? Fault { get; }

    public long Revision { get; }

    /// <summary>The value; only where <see cref="Failed"/> is false.</summary>
    public T Value => Fault is null ? _value! : throw new InvalidOperationException($"No value: {Fault.Message}");

    public bool Failed([NotNullWhen(true)] out Fault? fault)
    {
        fault = Fault;
        return fault is not null;
    }

    public Outcome<T> At(long revision) => new(_value, Fault, revision);

    public Outcome<TOther> Map<TOther>(Func<T, TOther> map) =>
        Fault is null ? new(map(_value!), null, Revision) : new(default, Fault, Revision);

    internal static Outcome<T> Success(T value) => new(value, null, 0);

    public static implicit operator Outcome<T>(T value) => new(value, null, 0);

    public static implicit operator Outcome<T>(Fault fault) => new(default, fault, 0);
}

/// <summary>The answer of an operation that has nothing to say but that it is done.</summary>
public readonly record struct Done;

/// <summary>Makes outcomes of interface types, which no implicit conversion can.</summary>
public static class Outcome
{
    public static Outcome<T> Of<T>(T value) => Outcome<T>.Success(value);
}
