using System.ComponentModel.DataAnnotations;

namespace Roster.Storage.Sqlite;

/// <summary>How far a commit goes before it is answered.</summary>
public enum SqliteSynchronous
{
    /// <summary>Not to the disk at all: loses answered writes with the machine. For tests of durability only.</summary>
    Off = 0,

    /// <summary>To the disk at checkpoints: loses the latest answered writes with the machine.</summary>
    Normal = 1,

    /// <summary>To the disk: an answered write is a durable write.</summary>
    Full = 2,
}

/// <summary>The SQLite store's settings. Only <see cref="File"/> has no default.</summary>
public sealed class SqliteOptions
{
    private static readonly TimeSpan LongPatience = TimeSpan.FromMinutes(2);

    /// <summary>The database. It and its folder are made where they are missing.</summary>
    [Required]
    public required string File { get; init; }

    /// <summary>How many questions can be read at once.</summary>
    [Range(1, 256)]
    public int Readers { get; init; } = Math.Max(4, Environment.ProcessorCount * 2);

    /// <summary>How many writes share a commit at most. Different accounts wait for one another's batch, for no more.</summary>
    [Range(1, 1_024)]
    public int Batch { get; init; } = 64;

    /// <summary>How many writes may wait; the next one is refused at once.</summary>
    [Range(1, 1_000_000)]
    public int Queue { get; init; } = 8_192;

    /// <summary>How long a write waits for its turn, or a question for a reader, before it is refused.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How large the write-ahead log grows before it is moved into the database and begun anew.</summary>
    [Range(1 << 20, 1 << 30)]
    public long WalBytes { get; init; } = 24 << 20;

    /// <summary>A scope with more memberships than this is ended at once and its rows are deleted afterwards, in chunks.</summary>
    [Range(0, 1_000_000)]
    public int BigEnd { get; init; } = 50_000;

    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>A full disk, for tests: the database cannot have more pages than this. 0 sets no bound.</summary>
    internal int MaxPages { get; init; }

    /// <summary>Few at a time, on connections of their own and with more patience: what reads a whole account keeps nobody else waiting.</summary>
    internal SqliteOptions ForLongReads() => new() { File = File, Readers = Math.Max(2, Environment.ProcessorCount / 2), Patience = LongPatience };

    /// <summary>Throws with all problems at once.</summary>
    internal void Validate()
    {
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(this, new ValidationContext(this), problems, validateAllProperties: true))
        {
            throw new ValidationException(string.Join(" ", problems.Select(problem => problem.ErrorMessage)));
        }
    }
}
