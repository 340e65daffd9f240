using System.Globalization;
using Microsoft.AspNetCore.Http;
using Roster.Core.Outcomes;

namespace Roster.Http;

/// <summary>Reads query parameters by name and gathers what is wrong with them. A parameter that is empty counts as absent.</summary>
public sealed class QueryFields(IQueryCollection query)
{
    /// <summary>The first problem; null when there is none.</summary>
    public Fault? Problem { get; private set; }

    public void Refuse(string name, string message) => Problem ??= Fault.Invalid(name, message);

    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count == 0 || values is [null or ""])
        {
            return null;
        }

        if (values.Count > 1)
        {
            Refuse(name, "must be given once");
        }
        else if (!Core.Values.Text.IsStorable(values[0]))
        {
            Refuse(name, "must not contain U+0000 or half of a surrogate pair");
        }

        return values[0];
    }

    public string RequiredText(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            Refuse(name, "is required");
        }

        return text ?? "";
    }

    /// <summary>All values of a parameter that may be repeated.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var texts = query[name].OfType<string>().ToList();
        if (!texts.TrueForAll(text => Core.Values.Text.IsStorable(text)))
        {
            Refuse(name, "must not contain U+0000 or half of a surrogate pair");
        }

        return texts;
    }

    public int Integer(string name, int least, int most, int absent)
    {
        if (Text(name) is not { } text)
        {
            return absent;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most)
        {
            return number;
        }

        Refuse(name, $"must be a whole number from {least} to {most}");
        return absent;
    }

    public long? Long(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(name, "must be a whole number");
        return null;
    }

    public bool? Flag(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        Refuse(name, "must be true or false");
        return null;
    }
}
