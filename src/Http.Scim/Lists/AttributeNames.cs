using System.Text;

namespace Roster.Http.Scim.Lists;

/// <summary>Takes apart what clients write into <c>attributes</c> and <c>excludedAttributes</c>.</summary>
internal static class AttributeNames
{
    /// <summary>At commas; a filter in brackets, which some send, is left out.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var name = new StringBuilder();
        var depth = 0;
        foreach (var c in text)
        {
            if (c == ',' && depth == 0)
            {
                yield return name.ToString().Trim();
                name.Clear();
                continue;
            }

            depth += c == '[' ? 1 : 0;
            if (depth == 0)
            {
                name.Append(c);
            }

            depth -= c == ']' && depth > 0 ? 1 : 0;
        }

        yield return name.ToString().Trim();
    }
}
