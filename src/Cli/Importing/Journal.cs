using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Roster.Cli.Importing;

/// <summary>
/// A small file beside the imported one that says how far an import has come, so that one that was killed goes on there. Losing it costs time and
/// nothing else: a row that is done already is found unchanged.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const string Letters = "cxur";

    private readonly FileStream _file;
    private readonly JournalHead _head;

    private Journal(FileStream file, JournalHead head) => (_file, _head) = (file, head);

    /// <summary>What has become of the first rows, in the file's order.</summary>
    public IReadOnlyList<JournalEntry> Done { get; private set; } = [];

    /// <summary>It was about another file, account or server, or an older form of the file.</summary>
    public bool WasOfAnother { get; private set; }

    private static string PathFor(string csv) => csv + ".roster-import";

    public static Journal Open(string csv, string account, Uri server)
    {
        using var content = File.OpenRead(csv);
        var head = new JournalHead(1, account, server.ToString(), Convert.ToHexStringLower(SHA256.HashData(content)));
        try
        {
            var journal = new Journal(new FileStream(PathFor(csv), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), head);
            journal.Read();
            return journal;
        }
        catch (IOException) when (File.Exists(PathFor(csv)))
        {
            throw new CommandException($"{csv} is being imported already.", $"If it is not, remove {PathFor(csv)}.");
        }
    }

    /// <summary>The next rows are done.</summary>
    public void Add(IReadOnlyList<RowResult> rows)
    {
        var results = string.Concat(rows.Select(row => Letters[(int)row.Outcome]));
        Write(new JournalEntry(results, [.. rows.Where(row => row.Why is not null).Select(row => row.Why!)]), JournalJson.Default.JournalEntry);
    }

    /// <summary>Everything is done: there is nothing to go on with.</summary>
    public void Close() => File.Delete(_file.Name);

    public void Dispose() => _file.Dispose();

    /// <summary>As the entry tells it, for the row that it is about.</summary>
    public static IEnumerable<(RowOutcome Outcome, string? Why)> Results(JournalEntry entry)
    {
        var refused = 0;
        foreach (var outcome in entry.Results.Select(letter => (RowOutcome)Letters.IndexOf(letter, StringComparison.Ordinal)))
        {
            yield return (outcome, outcome == RowOutcome.Refused ? entry.Refused[refused++] : null);
        }
    }

    private void Read()
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        // What the last kill cut off is not there.
        var lines = Encoding.UTF8.GetString(bytes, 0, Array.LastIndexOf(bytes, (byte)'\n') + 1).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > 0 && JsonSerializer.Deserialize(lines[0], JournalJson.Default.JournalHead) == _head)
        {
            Done = [.. lines.Skip(1).Select(line => JsonSerializer.Deserialize(line, JournalJson.Default.JournalEntry)!)];
            _file.SetLength(Encoding.UTF8.GetByteCount(string.Concat(lines.Select(line => line + "\n"))));
            _file.Position = _file.Length;
            return;
        }

        WasOfAnother = lines.Length > 0;
        _file.SetLength(0);
        Write(_head, JournalJson.Default.JournalHead);
    }

    private void Write<T>(T line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        // In one write: a kill leaves the whole line or a piece that is not read.
        _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, type), (byte)'\n']);
        _file.Flush();
    }
}

internal sealed record JournalHead(int RosterImport, string Account, string Server, string Sha256);

/// <param name="Results">A letter for each row.</param>
/// <param name="Refused">Why, for each of those that were refused.</param>
internal sealed record JournalEntry(string Results, IReadOnlyList<string> Refused);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JournalHead))]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext;
