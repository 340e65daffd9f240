using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Roster.Storage.Sql;

namespace Roster.Storage.Postgres;

/// <summary>One statement of a pipeline, with its typed values.</summary>
internal abstract class PostgresStatement(string text, SqlValue[] values)
{
    public string Text => text;

    public SqlValue[] Values => values;

    /// <summary>True where rows come back.</summary>
    public virtual bool Answers => false;

    /// <summary>True where exactly one row must be met.</summary>
    public virtual bool MeetsOne => false;

    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(PlannerRules.TextOf(text));
        foreach (ref readonly var value in values.AsSpan())
        {
            command.Parameters.Add(ParameterOf(value));
        }

        return command;
    }

    public virtual ValueTask ReadAsync(NpgsqlDataReader reader) => default;

    /// <summary>Lets who asked go on, here and now.</summary>
    public virtual void Complete()
    {
    }

    public virtual void Fail(Exception reason)
    {
    }

    private static NpgsqlParameter ParameterOf(in SqlValue value) => value switch
    {
        { IsNull: true } => new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = TypeOf(value.Kind) },
        { Kind: SqlKind.Number } => new NpgsqlParameter<long> { TypedValue = value.Number, NpgsqlDbType = NpgsqlDbType.Bigint },
        { Kind: SqlKind.Text } => new NpgsqlParameter<string> { TypedValue = value.Text, NpgsqlDbType = NpgsqlDbType.Text },
        _ => new NpgsqlParameter<byte[]> { TypedValue = value.Bytes, NpgsqlDbType = NpgsqlDbType.Bytea },
    };

    private static NpgsqlDbType TypeOf(SqlKind kind) => kind switch
    {
        SqlKind.Number => NpgsqlDbType.Bigint,
        SqlKind.Text => NpgsqlDbType.Text,
        _ => NpgsqlDbType.Bytea,
    };

    /// <summary>BEGIN, COMMIT and what changes rows.</summary>
    public sealed class Command(string text, SqlValue[] values, bool meetsOne) : PostgresStatement(text, values)
    {
        public override bool MeetsOne => meetsOne;
    }

    /// <summary>A question, whose answer all who asked it share.</summary>
    public abstract class Question<TAnswer>(string text, SqlValue[] values) : PostgresStatement(text, values)
    {
        // A task each: of several who await one, all but the first would go on elsewhere, and the next wave be sent without them.
        private readonly List<TaskCompletionSource<TAnswer>> _asking = [];
        private bool _isAnswered;

        public override bool Answers => true;

        protected TAnswer Answer { get; set; } = default!;

        public Task<TAnswer> AskAsync()
        {
            if (_isAnswered)
            {
                return Task.FromResult(Answer);
            }

            var asking = new TaskCompletionSource<TAnswer>();
            _asking.Add(asking);
            return asking.Task;
        }

        public override void Complete()
        {
            _isAnswered = true;
            _asking.ForEach(asking => asking.TrySetResult(Answer));
        }

        public override void Fail(Exception reason) => _asking.ForEach(asking => asking.TrySetException(reason));
    }

    public sealed class One<T>(string text, Func<IRow, T> read, SqlValue[] values) : Question<T?>(text, values)
    {
        public override async ValueTask ReadAsync(NpgsqlDataReader reader) =>
            Answer = await reader.ReadAsync(CancellationToken.None) ? read(new PostgresRow(reader)) : default;
    }

    public sealed class Many<T>(string text, Func<IRow, T> read, SqlValue[] values) : Question<List<T>>(text, values)
    {
        public override async ValueTask ReadAsync(NpgsqlDataReader reader)
        {
            var (rows, row) = (new List<T>(), new PostgresRow(reader));
            while (await reader.ReadAsync(CancellationToken.None))
            {
                rows.Add(read(row));
            }

            Answer = rows;
        }
    }

    /// <summary>The same question: text and reading are constants, so their identity is enough.</summary>
    public readonly struct Identity(string text, object read, SqlValue[] values) : IEquatable<Identity>
    {
        private readonly string _text = text;
        private readonly object _read = read;
        private readonly SqlValue[] _values = values;

        public bool Equals(Identity other) =>
            ReferenceEquals(_text, other._text) && ReferenceEquals(_read, other._read) && _values.AsSpan().SequenceEqual(other._values);

        public override bool Equals(object? obj) => obj is Identity other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(RuntimeHelpers.GetHashCode(_text));
            foreach (var value in _values)
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
