using System.Globalization;
using System.Runtime.InteropServices;

namespace Roster.Core.Access;

public enum ScalarKind : byte
{
    /// <summary>Something is there that equals nothing, itself included in no comparison: an array or an object.</summary>
    Nothing,
    Text,
    Number,
    Flag,
}

/// <summary>A value that can be compared: equal where kind and value are. Texts are compared ordinally, numbers as doubles.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Scalar
{
    /// <summary>What is there but cannot be compared.</summary>
    public static readonly Scalar Nothing;

    private readonly string? _text;
    private readonly double _number;

    private Scalar(ScalarKind kind, string? text, double number) => (Kind, _text, _number) = (kind, text, number);

    public ScalarKind Kind { get; }

    /// <summary>Only of a text.</summary>
    public string Text => _text!;

    /// <summary>Only of a number.</summary>
    public double Number => _number;

    /// <summary>Only of a flag.</summary>
    public bool Flag => _number != 0;

    public static Scalar Of(string text) => new(ScalarKind.Text, text, 0);

    public static Scalar Of(double number) => new(ScalarKind.Number, null, number);

    public static Scalar Of(bool flag) => new(ScalarKind.Flag, null, flag ? 1 : 0);

    /// <summary>True where both can be compared and are equal.</summary>
    public bool Matches(in Scalar other) => Kind != ScalarKind.Nothing && Equals(other);

    public override string ToString() => Kind switch
    {
        ScalarKind.Text => Text,
        ScalarKind.Number => Number.ToString(CultureInfo.InvariantCulture),
        ScalarKind.Flag => Flag ? "true" : "false",
        _ => "",
    };
}
