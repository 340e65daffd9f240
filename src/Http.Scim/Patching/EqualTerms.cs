using Roster.Http.Scim.Filters;
using Roster.Http.Scim.Resources;

namespace Roster.Http.Scim.Patching;

/// <summary>A filter that is nothing but equalities joined by <c>and</c>: what a value has to be, spelled out.</summary>
internal sealed class EqualTerms
{
    private readonly IReadOnlyList<Test> _terms;

    private EqualTerms(IReadOnlyList<Test> terms) => _terms = terms;

    /// <summary>Null for any other filter; no filter demands nothing.</summary>
    public static EqualTerms? Of(Filter? filter)
    {
        IReadOnlyList<Filter> terms = filter switch
        {
            null => [],
            AllOf all => all.Filters,
            _ => [filter],
        };
        return terms.All(term => term is Test { Operator: Operator.Equal }) ? new([.. terms.Cast<Test>()]) : null;
    }

    /// <summary>Sets what the terms say, where nothing is set yet.</summary>
    public ScimError? Fill(ScimObject made)
    {
        foreach (var (path, _, literal) in _terms)
        {
            if (literal is TextLiteral { Given: var given } && ValueReader.Check(path.Attribute, given) is { } unfit)
            {
                return unfit;
            }

            made[path.Attribute] ??= literal switch
            {
                TextLiteral { Given.Length: > 0 } text => new ScimText(text.Given),
                FlagLiteral flag => ScimFlag.Of(flag.Flag),
                _ => null,
            };
        }

        return null;
    }
}
