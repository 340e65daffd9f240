using CsvHelper;
using Roster.Cli.Output;

namespace Roster.Cli.Importing;

/// <summary>Reads users from a file of comma-separated values, whose first row names the columns.</summary>
internal sealed class UserCsv : IDisposable
{
    public const string RoleColumn = "role";

    private const string NameColumn = "userName";
    private const string ActiveColumn = "active";

    /// <summary>As documents name what they say of a user.</summary>
    private static readonly string[] Known =
        [NameColumn, "id", "givenName", "familyName", "displayName", "phone", "picture", "externalId", "userSchema", ActiveColumn, RoleColumn];

    private readonly CsvReader _csv;
    private readonly string[] _columns;
    private readonly Dictionary<string, long> _seen = new(StringComparer.OrdinalIgnoreCase);
    private CsvMalformedReason? _malformed;

    public UserCsv(Stream file)
    {
        var text = new StreamReader(file, Keyboard.Utf8);
        _csv = CsvReader.Create(text, new CsvReaderOptions { TrackLineNumbers = true, OnMalformedRecord = record => _malformed = record.Reason });
        _columns = [.. _csv.Headers.Select(Column)];
        Check(_columns);
    }

    public IEnumerable<UserRow> Rows()
    {
        _malformed = null;
        while (_csv.Read())
        {
            yield return Row(_csv.LineNumber);
            _malformed = null;
        }
    }

    public void Dispose() => _csv.Dispose();

    private UserRow Row(long line)
    {
        var values = new Dictionary<string, string>(_columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(_csv.FieldCount, _columns.Length); i++)
        {
            if (!_csv.IsEmpty(i))
            {
                values[_columns[i]] = _csv.GetString(i);
            }
        }

        // Spreadsheets write TRUE.
        if (values.TryGetValue(ActiveColumn, out var active))
        {
            values[ActiveColumn] = active.ToLowerInvariant();
        }

        values.Remove(RoleColumn, out var role);
        var name = values.GetValueOrDefault(NameColumn, "");
        return new(line, name, values, role, Problem(line, name, values));
    }

    /// <summary>What can be said without the server; the rest is its to judge.</summary>
    private string? Problem(long line, string name, Dictionary<string, string> values)
    {
        if (_malformed is not (null or CsvMalformedReason.FieldCountMismatch))
        {
            return "a quotation mark is not closed, or stands in the middle of a value";
        }

        if (_csv.FieldCount != _columns.Length)
        {
            return $"has {_csv.FieldCount} values where the first row names {_columns.Length} columns";
        }

        if (name.Length == 0)
        {
            return "userName is empty";
        }

        if (values.TryGetValue(ActiveColumn, out var active) && active is not ("true" or "false"))
        {
            return "active must be true or false";
        }

        return _seen.TryAdd(name, line) ? null : $"is the user of line {_seen[name]} again";
    }

    /// <summary>However it is written: <c>user_name</c>, <c>Given Name</c>, <c>email</c>.</summary>
    private static string Column(string heading)
    {
        var plain = new string([.. heading.Where(char.IsLetterOrDigit)]);
        return plain.Equals("email", StringComparison.OrdinalIgnoreCase)
            ? NameColumn
            : Array.Find(Known, known => known.Equals(plain, StringComparison.OrdinalIgnoreCase)) ?? throw new CommandException($"There is no column '{heading}'.", Headings());
    }

    private static void Check(string[] columns)
    {
        if (columns.Length == 0)
        {
            throw new CommandException("The file is empty.", Headings());
        }

        if (!columns.Contains(NameColumn))
        {
            throw new CommandException("The file has no column userName.", Headings());
        }

        if (columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new CommandException($"The column {twice.Key} is there twice.", Headings());
        }
    }

    private static string Headings() => $"The first row names the columns, userName and any of: {string.Join(", ", Known[1..])}.";
}
