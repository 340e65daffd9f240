using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Groups;

/// <summary>The members that a filter asks after by id: whether each is there is all that it needs to be judged by.</summary>
internal static class NamedMembers
{
    /// <summary>Null where the filter asks anything else about members.</summary>
    public static IReadOnlyList<string>? In(Filter filter)
    {
        var ids = new List<string>();
        return Add(filter, ids) ? ids : null;
    }

    private static bool Add(Filter filter, List<string> ids) => filter switch
    {
        AllOf all => all.Filters.All(part => Add(part, ids)),
        AnyOf any => any.Filters.All(part => Add(part, ids)),
        Not not => Add(not.Filter, ids),
        Element { Path.Attribute: var attribute, Filter: Test { Path.Attribute: var part } test } when attribute == GroupSchema.Members =>
            part == GroupSchema.Members.Value && AddId(test, ids),
        Element { Path.Attribute: var attribute } => attribute != GroupSchema.Members,
        Test { Path.Attribute: var attribute } test when attribute == GroupSchema.Members => test.Path.Leaf == GroupSchema.Members.Value && AddId(test, ids),
        _ => true,
    };

    private static bool AddId(Test test, List<string> ids)
    {
        if (test is not { Operator: Operator.Equal, Literal: TextLiteral id })
        {
            return false;
        }

        ids.Add(id.Given);
        return true;
    }
}
