using System.Collections.Frozen;
using Roster.Core.Users;

namespace Roster.Http.Scim.Schemas;

internal enum AttributeType
{
    Text,
    Boolean,
    Integer,
    DateTime,
    Reference,
    Complex,
}

internal enum Mutability
{
    ReadWrite,
    ReadOnly,
    Immutable,
}

/// <summary>
/// All that is known about one attribute. The schema documents, bodies, filters, paths, projection and sorting are made
/// from this alone, so none of them can know an attribute that the others do not.
/// </summary>
internal sealed class ScimAttribute(string name, string description)
{
    private FrozenDictionary<string, ScimAttribute> _subs = FrozenDictionary<string, ScimAttribute>.Empty;

    public string Name => name;

    public string Description => description;

    public AttributeType Type { get; init; } = AttributeType.Text;

    public bool IsMulti { get; init; }

    public bool IsRequired { get; init; }

    public bool IsUnique { get; init; }

    /// <summary>Shown whatever a request selects.</summary>
    public bool IsAlways { get; init; }

    /// <summary>Texts are compared by their characters as they are; else as the core compares user names, whichever door they came through.</summary>
    public bool IsCaseExact { get; init; }

    public Mutability Mutability { get; init; } = Mutability.ReadWrite;

    public IReadOnlyList<string> CanonicalValues { get; init; } = [];

    public IReadOnlyList<string> ReferenceTypes { get; init; } = [];

    /// <summary>In UTF-16 units.</summary>
    public int MaxLength { get; init; } = 1_024;

    public bool AllowsLineBreaks { get; init; }

    public IReadOnlyList<ScimAttribute> Subs
    {
        get;
        init
        {
            field = value;
            _subs = value.ToFrozenDictionary(sub => sub.Name, StringComparer.OrdinalIgnoreCase);
        }
    } = [];

    public bool IsComplex => Type == AttributeType.Complex;

    public bool IsReadOnly => Mutability == Mutability.ReadOnly;

    /// <summary>What the attribute means where a single value is wanted: <c>emails co "x"</c> asks for the addresses.</summary>
    public ScimAttribute? Value => IsMulti || name == "manager" ? Sub("value") : null;

    public ScimAttribute? Primary => IsMulti ? Sub("primary") : null;

    /// <summary>By name in any case; null where there is none.</summary>
    public ScimAttribute? Sub(string wanted) => _subs.GetValueOrDefault(wanted);

    public string Fold(string text) => IsCaseExact ? text : UserName.FoldOf(text);

    public override string ToString() => name;
}
