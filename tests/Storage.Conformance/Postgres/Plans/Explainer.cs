using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Roster.Storage.Postgres;

namespace Roster.Tests.Storage.Conformance.Postgres.Plans;

/// <summary>Asks PostgreSQL, as the engine sets its sessions up, how it goes about a statement.</summary>
internal sealed partial class Explainer : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private bool _isPrepared;

    private Explainer(NpgsqlConnection connection) => _connection = connection;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Explainer> OpenAsync(string connection)
    {
        await using var connections = new PostgresConnections(connection, TimeSpan.FromMinutes(1), TargetSessionAttributes.Any);
        var explainer = new Explainer(await connections.OpenAsync(Token));
        await explainer.RunAsync(PlannerRules.SettingsOf(isDistributed: false));
        return explainer;
    }

    /// <summary>The plan for whatever the parameters will be.</summary>
    public async Task<PlanNode> PlanAsync(string statement)
    {
        var parameters = await PrepareAsync(statement);
        return PlanNode.Of(await AskAsync($"EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) {Execute(Enumerable.Repeat("NULL", parameters))}"));
    }

    /// <summary>The same plan, run and taken back.</summary>
    /// <param name="values">As they are written in SQL.</param>
    public async Task<PlanNode> RunAsync(string statement, params IReadOnlyList<string> values)
    {
        (await PrepareAsync(statement)).ShouldBe(values.Count);
        await RunAsync("BEGIN");
        var plan = await AskAsync($"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {Execute(values)}");
        await RunAsync("ROLLBACK");
        return PlanNode.Of(plan);
    }

    /// <summary>What each index orders by.</summary>
    public async Task<ILookup<string, string>> IndexColumnsAsync()
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid, place, true)
            FROM pg_index, generate_series(1, indnkeyatts) place
            WHERE indexrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
            ORDER BY indexrelid, place
            """,
            _connection);
        await using var rows = await command.ExecuteReaderAsync(Token);
        var columns = new List<(string Index, string Column)>();
        while (await rows.ReadAsync(Token))
        {
            columns.Add((rows.GetString(0), rows.GetString(1)));
        }

        return columns.ToLookup(column => column.Index, column => column.Column);
    }

    public async Task RunAsync(string text)
    {
        await using var command = new NpgsqlCommand(text, _connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static string Execute(IEnumerable<string> values)
    {
        var list = string.Join(", ", values);
        return list.Length == 0 ? "EXECUTE statement" : $"EXECUTE statement ({list})";
    }

    /// <summary>With the types that the engine gives its parameters.</summary>
    /// <returns>How many it has.</returns>
    private async Task<int> PrepareAsync(string statement)
    {
        var text = PlannerRules.TextOf(statement);
        var types = await GuessAsync(text);
        await PrepareAsync(text, [.. types.Select(Bound)]);
        return types.Length;
    }

    private async Task PrepareAsync(string text, string[] types)
    {
        if (_isPrepared)
        {
            await RunAsync("DEALLOCATE statement");
            _isPrepared = false;
        }

        await RunAsync(Head(types) + text);
        _isPrepared = true;
    }

    private static string Head(string[] types) =>
        types.Length == 0 ? "PREPARE statement AS " : $"PREPARE statement ({string.Join(", ", types)}) AS ";

    /// <summary>PostgreSQL infers them, or says where it cannot: those are numbers that stand where any could.</summary>
    private async Task<string[]> GuessAsync(string text)
    {
        var types = Enumerable.Repeat("unknown", Count(text)).ToArray();
        while (true)
        {
            try
            {
                await PrepareAsync(text, types);
                return types.Length == 0 ? [] : await InferredAsync();
            }
            catch (PostgresException exception) when (Blamed(text, types, exception) is { } parameter && types[parameter - 1] == "unknown")
            {
                types[parameter - 1] = "bigint";
            }
        }
    }

    private async Task<string[]> InferredAsync()
    {
        await using var command = new NpgsqlCommand(
            "SELECT array_to_string(parameter_types, ' ') FROM pg_prepared_statements WHERE name = 'statement'", _connection);
        return ((string)(await command.ExecuteScalarAsync(Token))!).Split(' ');
    }

    private async Task<string> AskAsync(string text)
    {
        await using var command = new NpgsqlCommand(text, _connection);
        return (string)(await command.ExecuteScalarAsync(Token))!;
    }

    /// <summary>The one that the message names, or the last before the place that it points at.</summary>
    private static int? Blamed(string text, string[] types, PostgresException exception)
    {
        if (Parameter().Match(exception.MessageText) is { Success: true } named)
        {
            return NumberOf(named);
        }

        var place = exception.Position - 1 - Head(types).Length;
        return Parameter().Matches(text).LastOrDefault(it => it.Index <= place) is { } before
            ? NumberOf(before)
            : null;
    }

    private static int NumberOf(Match parameter) => int.Parse(parameter.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static int Count(string text) => Parameter().Matches(text).Select(NumberOf).DefaultIfEmpty().Max();

    private static string Bound(string inferred) => inferred is "smallint" or "integer" ? "bigint" : inferred;

    [GeneratedRegex(@"\$(?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Parameter();
}
