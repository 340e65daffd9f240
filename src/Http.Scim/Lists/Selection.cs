using Roster.Http.Scim.Paths;
using Roster.Http.Scim.Resources;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Lists;

/// <summary>Which attributes an answer shows: all, only some, or all but some. <c>schemas</c> and <c>id</c> are always there.</summary>
internal sealed class Selection
{
    private readonly Node? _named;
    private readonly bool _isOnly;

    private Selection(Node? named, bool isOnly) => (_named, _isOnly) = (named, isOnly);

    public static readonly Selection All = new(null, false);

    /// <summary>True where the answer is not simply everything.</summary>
    public bool IsNarrowed => _named is not null;

    /// <param name="names">As they were sent: lists separated by commas. What is not known selects nothing.</param>
    public static Selection Only(ResourceType type, IEnumerable<string> names) => new(Node.Of(type, names), true);

    public static Selection AllBut(ResourceType type, IEnumerable<string> names) => new(Node.Of(type, names), false);

    /// <summary>True where some of the attribute is shown, so that it has to be read.</summary>
    public bool Shows(ScimAttribute attribute) =>
        _named is null || attribute.IsAlways || (_isOnly ? _named.Find(attribute) is not null : _named.Find(attribute) is not { IsWhole: true });

    public ScimObject Apply(ScimObject resource) => _named is null ? resource : Narrow(resource, _named);

    private ScimObject Narrow(ScimObject whole, Node named)
    {
        var narrow = new ScimObject();
        foreach (var (attribute, value) in whole.Members)
        {
            narrow[attribute] = attribute.IsAlways ? value : Narrow(value, named.Find(attribute));
        }

        return narrow;
    }

    private ScimValue? Narrow(ScimValue value, Node? named)
    {
        if (named is null || named.IsWhole)
        {
            return named is not null == _isOnly ? value : null;
        }

        return value switch
        {
            ScimObject part => Narrow(part, named) is { IsEmpty: false } some ? some : null,
            ScimList list => Narrow(list, named),
            _ => value,
        };
    }

    private ScimList? Narrow(ScimList list, Node named)
    {
        var some = new ScimList(list.Objects.Select(item => Narrow(item, named)).Where(item => !item.IsEmpty));
        return some.Items.Count == 0 ? null : some;
    }

    /// <summary>An attribute that was named, or one of which parts were.</summary>
    private sealed class Node
    {
        private readonly Dictionary<ScimAttribute, Node> _parts = [];

        public bool IsWhole { get; private set; }

        public static Node Of(ResourceType type, IEnumerable<string> names)
        {
            var root = new Node();
            foreach (var name in names.SelectMany(AttributeNames.Split))
            {
                if (Urns.Same(name, type.Core.Urn))
                {
                    root.Open(type.Core.Attributes);
                    continue;
                }

                if (AttributePath.Find(type, name) is not { } path)
                {
                    continue;
                }

                var at = path.Extension is { } extension ? root.Open(extension) : root;
                at = at.Open(path.Attribute);
                at = path.Sub is { } sub ? at.Open(sub) : at;
                at.IsWhole = true;
            }

            return root;
        }

        public Node? Find(ScimAttribute attribute) => _parts.GetValueOrDefault(attribute);

        private void Open(IReadOnlyList<ScimAttribute> attributes)
        {
            foreach (var attribute in attributes)
            {
                Open(attribute).IsWhole = true;
            }
        }

        private Node Open(ScimAttribute attribute)
        {
            if (!_parts.TryGetValue(attribute, out var part))
            {
                _parts.Add(attribute, part = new Node());
            }

            return part;
        }
    }
}
