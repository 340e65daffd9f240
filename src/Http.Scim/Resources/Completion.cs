using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Resources;

/// <summary>What is judged once, when a request has done all it does: values that lack what makes them one, and what is required.</summary>
internal static class Completion
{
    /// <summary>Drops incomplete values and refuses what lacks a required one.</summary>
    public static ScimError? Complete(ResourceType type, ScimObject resource)
    {
        Tidy(resource);
        foreach (var attribute in type.Core.Attributes)
        {
            if (attribute is { IsRequired: true, Type: not AttributeType.Boolean } && resource[attribute] is null)
            {
                return ScimError.Value($"{attribute.Name}: is required and must not be empty.");
            }
        }

        return null;
    }

    private static void Tidy(ScimObject whole)
    {
        foreach (var (attribute, value) in whole.Members.ToList())
        {
            switch (value)
            {
                case ScimList list when attribute.IsComplex:
                    list.Items.RemoveAll(item => !IsComplete(attribute, (ScimObject)item));
                    whole[attribute] = list.Items.Count == 0 ? null : list;
                    break;
                case ScimObject part:
                    Tidy(part);
                    whole[attribute] = part.IsEmpty ? null : part;
                    break;
            }
        }
    }

    /// <summary>It has a value; where there is no such part, anything that is not merely about the value.</summary>
    private static bool IsComplete(ScimAttribute attribute, ScimObject item) =>
        attribute.Value is { } value
            ? item[value] is not null
            : item.Members.Any(member => member.Attribute != attribute.Primary && member.Attribute.Name != "type");
}
