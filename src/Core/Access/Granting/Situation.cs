using System.Runtime.InteropServices;

namespace Roster.Core.Access.Granting;

/// <summary>All that a condition may ask about one question: what the request says, and what is known besides.</summary>
/// <param name="Subject">What the account keeps of the user; null for a team.</param>
/// <param name="Resource">What the account keeps of the resource; null where it keeps nothing.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Situation(AccessQuestion Question, SubjectFacts? Subject, Properties? Resource)
{
    public bool TryFind(in ConditionPath path, out Scalar value)
    {
        var asked = Question;
        switch (path.Root)
        {
            case PathRoot.SubjectId:
                value = Scalar.Of(asked.Subject.Id);
                return true;
            case PathRoot.SubjectType:
                value = Scalar.Of(asked.Subject.Type);
                return true;
            case PathRoot.ResourceId:
                value = Scalar.Of(asked.Resource.Id);
                return true;
            case PathRoot.ResourceType:
                value = Scalar.Of(asked.Resource.Type);
                return true;
            case PathRoot.SubjectProperty:
                return TryFindOfSubject(path.Name, out value);
            case PathRoot.ResourceProperty:
                return TryFind(asked.Resource.Properties, path.Name, out value) || TryFind(Resource, path.Name, out value);
            case PathRoot.ActionProperty:
                return TryFind(asked.ActionProperties, path.Name, out value);
            default:
                return TryFind(asked.Context, path.Name, out value);
        }
    }

    /// <summary>Users are ours: what is kept of them comes first, and what we know of them by ourselves comes from nobody else.</summary>
    private bool TryFindOfSubject(string name, out Scalar value)
    {
        if (SubjectFacts.IsReserved(name))
        {
            var known = Subject?.Reserved(name);
            value = known is null ? default : Scalar.Of(known);
            return known is not null;
        }

        return TryFind(Subject?.Attributes, name, out value) || TryFind(Question.Subject.Properties, name, out value);
    }

    private static bool TryFind(Properties? properties, string name, out Scalar value)
    {
        value = default;
        return properties is not null && properties.TryFind(name, out value);
    }
}
