using System.Runtime.InteropServices;

namespace Roster.Core.Access.Granting;

/// <summary>What a path begins with.</summary>
internal enum PathRoot
{
    SubjectId,
    SubjectType,
    SubjectProperty,
    ResourceId,
    ResourceType,
    ResourceProperty,
    ActionProperty,
    Context,
}

/// <summary>A path, understood.</summary>
/// <param name="Name">Of the property; empty where the root says all.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConditionPath(PathRoot Root, string Name)
{
    private static readonly (string Prefix, PathRoot Root)[] Prefixes =
    [
        ("subject.properties.", PathRoot.SubjectProperty),
        ("resource.properties.", PathRoot.ResourceProperty),
        ("action.properties.", PathRoot.ActionProperty),
        ("context.", PathRoot.Context),
    ];

    /// <summary>Null where it is none.</summary>
    public static ConditionPath? Parse(string path)
    {
        foreach (var (prefix, root) in Prefixes)
        {
            if (path.Length > prefix.Length && path.StartsWith(prefix, StringComparison.Ordinal))
            {
                return new(root, path[prefix.Length..]);
            }
        }

        return path switch
        {
            "subject.id" => new(PathRoot.SubjectId, ""),
            "subject.type" => new(PathRoot.SubjectType, ""),
            "resource.id" => new(PathRoot.ResourceId, ""),
            "resource.type" => new(PathRoot.ResourceType, ""),
            _ => null,
        };
    }
}
