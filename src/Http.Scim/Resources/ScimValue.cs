using System.Diagnostics.CodeAnalysis;
using Roster.Core.Values;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Resources;

/// <summary>A value of an attribute, kept as it was written. "Unassigned" is no value: who has nothing holds none.</summary>
internal abstract class ScimValue
{
    public abstract ScimValue Copy();

    /// <summary>True where the other says the same, character for character.</summary>
    public abstract bool Says(ScimValue other);
}

internal sealed class ScimText(string text) : ScimValue
{
    public string Text => text;

    public override ScimValue Copy() => this;

    public override bool Says(ScimValue other) => other is ScimText { Text: var its } && its == text;
}

internal sealed class ScimFlag : ScimValue
{
    public static readonly ScimFlag True = new();
    public static readonly ScimFlag False = new();

    private ScimFlag()
    {
    }

    public bool IsTrue => this == True;

    public static ScimFlag Of(bool flag) => flag ? True : False;

    public override ScimValue Copy() => this;

    public override bool Says(ScimValue other) => other == this;
}

internal sealed class ScimTime(Instant time) : ScimValue
{
    public Instant Time => time;

    public override ScimValue Copy() => this;

    public override bool Says(ScimValue other) => other is ScimTime { Time: var its } && its == time;
}

/// <summary>A value that has parts, in the order in which they were written.</summary>
internal sealed class ScimObject : ScimValue
{
    private readonly List<(ScimAttribute Attribute, ScimValue Value)> _members = [];

    public IReadOnlyList<(ScimAttribute Attribute, ScimValue Value)> Members => _members;

    public bool IsEmpty => _members.Count == 0;

    public ScimValue? this[ScimAttribute attribute]
    {
        get => IndexOf(attribute) is >= 0 and var at ? _members[at].Value : null;
        set
        {
            var at = IndexOf(attribute);
            if (value is null)
            {
                if (at >= 0)
                {
                    _members.RemoveAt(at);
                }
            }
            else if (at < 0)
            {
                _members.Add((attribute, value));
            }
            else
            {
                _members[at] = (attribute, value);
            }
        }
    }

    public string? Text(ScimAttribute attribute) => (this[attribute] as ScimText)?.Text;

    public bool? Flag(ScimAttribute attribute) => (this[attribute] as ScimFlag)?.IsTrue;

    public bool TryGet<T>(ScimAttribute attribute, [NotNullWhen(true)] out T? value)
        where T : ScimValue
    {
        value = this[attribute] as T;
        return value is not null;
    }

    /// <summary>The part's own parts; made where there are none yet.</summary>
    public ScimObject Open(ScimAttribute attribute)
    {
        if (this[attribute] is ScimObject there)
        {
            return there;
        }

        var made = new ScimObject();
        this[attribute] = made;
        return made;
    }

    public override ScimObject Copy()
    {
        var copy = new ScimObject();
        foreach (var (attribute, value) in _members)
        {
            copy._members.Add((attribute, value.Copy()));
        }

        return copy;
    }

    public override bool Says(ScimValue other) =>
        other is ScimObject its
        && its._members.Count == _members.Count
        && _members.TrueForAll(member => its[member.Attribute] is { } value && member.Value.Says(value));

    private int IndexOf(ScimAttribute attribute)
    {
        for (var i = 0; i < _members.Count; i++)
        {
            if (ReferenceEquals(_members[i].Attribute, attribute))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>The values of an attribute that can have several.</summary>
internal sealed class ScimList : ScimValue
{
    public ScimList(params IEnumerable<ScimValue> items) => Items = [.. items];

    public List<ScimValue> Items { get; }

    public IEnumerable<ScimObject> Objects => Items.OfType<ScimObject>();

    public override ScimValue Copy() => new ScimList(Items.Select(item => item.Copy()));

    public override bool Says(ScimValue other) =>
        other is ScimList its && its.Items.Count == Items.Count && Items.Zip(its.Items).All(pair => pair.First.Says(pair.Second));
}
