using System.ComponentModel.DataAnnotations;

namespace Roster.Storage.Postgres;

/// <summary>The PostgreSQL store's settings. Only <see cref="Connection"/> has no default.</summary>
public sealed class PostgresOptions
{
    private const int LongQueue = 64;
    private static readonly TimeSpan LongPatience = TimeSpan.FromMinutes(2);

    /// <summary>The primary, as Npgsql writes it: <c>Host=…;Username=…;Database=…</c>.</summary>
    [Required]
    public required string Connection { get; init; }

    /// <summary>A read-only replica, in the same form; null for none. It answers only what names a revision.</summary>
    public string? Replica { get; init; }

    /// <summary>Connections that answer questions; each takes those that wait, together.</summary>
    [Range(1, 64)]
    public int Readers { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Connections that write; an account is in one of them at a time.</summary>
    [Range(1, 64)]
    public int Lanes { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>How many writes share a commit, and how many questions a snapshot, at most.</summary>
    [Range(1, 1_024)]
    public int Batch { get; init; } = 64;

    /// <summary>How many writes, and how many questions, may wait; the next one is refused at once.</summary>
    [Range(1, 1_000_000)]
    public int Queue { get; init; } = 8_192;

    /// <summary>How long a write or a question waits, the database's absence included, before it is refused.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For tests: the clock that the store is given is the database's.</summary>
    internal bool ClockIsGiven { get; init; }

    /// <summary>Two at a time, each on a connection of its own, with more patience: what reads a whole account keeps nobody else waiting.</summary>
    internal PostgresOptions ForLongReads() => new()
    {
        Connection = Connection,
        Readers = 2,
        Batch = 1,
        Queue = LongQueue,
        Patience = LongPatience,
    };

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
