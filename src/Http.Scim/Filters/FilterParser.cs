using Roster.Core.Values;
using Roster.Http.Scim.Paths;

namespace Roster.Http.Scim.Filters;

/// <summary>Reads filters (RFC 7644 §3.4.2.2), counting levels and tests so that no text makes it run long or deep.</summary>
internal ref struct FilterParser
{
    public const int MaxLength = 4_096;
    public const int MaxTests = 64;
    public const int MaxLevels = 32;

    private FilterReader _reader;
    private int _tests;
    private int _levels;
    private string? _problem;

    private FilterParser(ReadOnlySpan<char> text) => _reader = new(text);

    /// <summary>The filter; null with what is wrong.</summary>
    public static Filter? Parse(string text, FilterScope scope, out ScimError? error)
    {
        var parser = new FilterParser(text);
        var filter = text.Length > MaxLength ? parser.Fail($"it must be at most {MaxLength} characters long") : parser.ParseAll(scope);
        error = parser._problem is { } problem ? ScimError.Filter($"filter: {problem}.") : null;
        return filter;
    }

    private Filter? ParseAll(FilterScope scope)
    {
        var filter = ParseAny(scope);
        _reader.SkipBlanks();
        return filter is null || _reader.IsAtEnd ? filter : Fail($"something that is not understood begins at character {_reader.At + 1}");
    }

    private Filter? ParseAny(FilterScope scope)
    {
        if (++_levels > MaxLevels)
        {
            return Fail($"it must have at most {MaxLevels} levels");
        }

        var filters = new List<Filter>(1);
        do
        {
            if (ParseEvery(scope) is not { } filter)
            {
                return null;
            }

            filters.Add(filter);
        }
        while (TakeConnective("or"));

        _levels--;
        return filters.Count == 1 ? filters[0] : new AnyOf(filters);
    }

    private Filter? ParseEvery(FilterScope scope)
    {
        var filters = new List<Filter>(1);
        do
        {
            if (ParseOne(scope) is not { } filter)
            {
                return null;
            }

            filters.Add(filter);
        }
        while (TakeConnective("and"));

        return filters.Count == 1 ? filters[0] : new AllOf(filters);
    }

    private bool TakeConnective(string word)
    {
        _reader.SkipBlanks();
        return _reader.TakeKeyword(word);
    }

    private Filter? ParseOne(FilterScope scope)
    {
        _reader.SkipBlanks();
        if (_reader.Next == '(')
        {
            return ParseGroup(scope);
        }

        var name = _reader.TakeWord();
        if (name.Equals("not", StringComparison.OrdinalIgnoreCase))
        {
            _reader.SkipBlanks();
            if (_reader.Next == '(')
            {
                return ParseGroup(scope) is { } denied ? new Not(denied) : null;
            }
        }

        if (name.IsEmpty)
        {
            return Fail($"an attribute is missing at character {_reader.At + 1}");
        }

        return scope.Find(name) is { } path ? ParseTest(scope, path) : Fail($"there is no attribute '{Shown(name)}'");
    }

    private Filter? ParseGroup(FilterScope scope)
    {
        _reader.Take('(');
        var filter = ParseAny(scope);
        _reader.SkipBlanks();
        return filter is null || _reader.Take(')') ? filter : Fail($"a ')' is missing at character {_reader.At + 1}");
    }

    private Filter? ParseTest(FilterScope scope, AttributePath path)
    {
        if (_reader.Next == '[')
        {
            return ParseElement(scope, path);
        }

        if (++_tests > MaxTests)
        {
            return Fail($"it must have at most {MaxTests} comparisons");
        }

        _reader.SkipBlanks();
        if (Operators.Find(_reader.TakeWord()) is not { } asked)
        {
            return Fail($"'{path}' must be followed by pr, eq, ne, co, sw, ew, gt, ge, lt or le");
        }

        if (asked == Operator.Present)
        {
            return new Test(path, asked, null);
        }

        _reader.SkipBlanks();
        return ParseLiteral(out var isText) is { } value ? Bind(path, asked, value, isText) : null;
    }

    private Filter? ParseElement(FilterScope scope, AttributePath path)
    {
        if (scope.IsElement || path is not { Attribute: { IsMulti: true, IsComplex: true }, Sub: null })
        {
            return Fail($"'{path}' cannot be followed by brackets");
        }

        _reader.Take('[');
        var inner = new FilterScope(path.Attribute);
        if (ParseAny(inner) is not { } filter)
        {
            return null;
        }

        _reader.SkipBlanks();
        if (!_reader.Take(']'))
        {
            return Fail($"a ']' is missing at character {_reader.At + 1}");
        }

        // Not in the RFC's grammar, but sent by Entra: emails[type eq "work"].value eq "x".
        if (_reader.Next != '.')
        {
            return new Element(path, filter);
        }

        _reader.Take('.');
        var name = _reader.TakeWord();
        if (inner.Find(name) is not { } part)
        {
            return Fail($"there is no attribute '{path}.{Shown(name)}'");
        }

        return ParseTest(inner, part) is { } test ? new Element(path, new AllOf([filter, test])) : null;
    }

    private string? ParseLiteral(out bool isText)
    {
        isText = _reader.Next == '"';
        if (isText ? _reader.TakeString() is { } text : (text = _reader.TakeWord().ToString()).Length > 0)
        {
            if (Text.IsStorable(text))
            {
                return text;
            }
        }

        Fail($"a value is missing or malformed before character {_reader.At + 1}");
        return null;
    }

    private Filter? Bind(AttributePath path, Operator asked, string value, bool isText)
    {
        var literal = Literals.Bind(path, asked, value, isText, out var problem);
        return literal is null ? Fail(problem!) : new Test(path, asked, literal);
    }

    private Filter? Fail(string problem)
    {
        _problem ??= problem;
        return null;
    }

    private static string Shown(ReadOnlySpan<char> name) => name.Length > 100 ? name[..100].ToString() : name.ToString();
}
