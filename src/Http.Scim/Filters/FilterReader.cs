using System.Text;

namespace Roster.Http.Scim.Filters;

/// <summary>Reads a filter's text from left to right, each character once.</summary>
internal ref struct FilterReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    public int At { get; private set; }

    public readonly bool IsAtEnd => At >= _text.Length;

    public readonly char Next => IsAtEnd ? '\0' : _text[At];

    public void SkipBlanks()
    {
        while (!IsAtEnd && IsBlank(_text[At]))
        {
            At++;
        }
    }

    public bool Take(char c)
    {
        if (IsAtEnd || _text[At] != c)
        {
            return false;
        }

        At++;
        return true;
    }

    /// <summary>Everything up to a blank, a quote, a bracket or a parenthesis.</summary>
    public ReadOnlySpan<char> TakeWord()
    {
        var start = At;
        while (!IsAtEnd && !IsBlank(_text[At]) && _text[At] is not ('"' or '[' or ']' or '(' or ')'))
        {
            At++;
        }

        return _text[start..At];
    }

    /// <summary>Takes the word if it is the one, in any case, and ends there.</summary>
    public bool TakeKeyword(string keyword)
    {
        var before = At;
        if (TakeWord().Equals(keyword, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        At = before;
        return false;
    }

    /// <summary>A JSON string, unescaped; null where it is none.</summary>
    public string? TakeString()
    {
        if (!Take('"'))
        {
            return null;
        }

        var start = At;
        while (!IsAtEnd && _text[At] is not ('"' or '\\') && !char.IsControl(_text[At]))
        {
            At++;
        }

        return Next == '"' && Take('"') ? _text[start..(At - 1)].ToString() : TakeEscaped(start);
    }

    private string? TakeEscaped(int start)
    {
        var unescaped = new StringBuilder().Append(_text[start..At]);
        while (!IsAtEnd)
        {
            var c = _text[At++];
            if (c == '"')
            {
                return unescaped.ToString();
            }

            if (char.IsControl(c) || (c == '\\' && !TakeEscape(out c)))
            {
                return null;
            }

            unescaped.Append(c);
        }

        return null;
    }

    private bool TakeEscape(out char c)
    {
        var escape = IsAtEnd ? '\0' : _text[At++];
        c = escape switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => escape,
        };
        if (escape != 'u')
        {
            return escape is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't';
        }

        c = '\0';
        for (var i = 0; i < 4; i++)
        {
            if (IsAtEnd || !char.IsAsciiHexDigit(_text[At]))
            {
                return false;
            }

            c = (char)((c << 4) + Convert.ToInt32(_text[At++].ToString(), 16));
        }

        return true;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';
}
