using System.Text.Json;
using Roster.Core.Values;
using Roster.Http.Scim.Groups;
using Roster.Http.Scim.Schemas;

namespace Roster.Http.Scim.Bulk;

/// <summary>Does the operations of a request: each by itself, after those that it needs, until there are too many errors.</summary>
internal sealed class BulkRun
{
    private readonly Exchange _exchange;
    private readonly BulkWrites _writes;
    private readonly BulkRequest _request;
    private readonly Dictionary<string, int> _makers = new(StringComparer.Ordinal);
    private readonly Written?[] _done;
    private int _errors;

    public BulkRun(Exchange exchange, BulkWrites writes, BulkRequest request)
    {
        (_exchange, _writes, _request, _done) = (exchange, writes, request, new Written?[request.Operations.Count]);
        for (var i = 0; i < request.Operations.Count; i++)
        {
            if (request.Operations[i] is { Creates: true, BulkId: { Length: > 0 } name })
            {
                _makers.Add(name, i);
            }
        }
    }

    /// <returns>What came of each operation; null where it was not done any more.</returns>
    public async ValueTask<IReadOnlyList<Written?>> RunAsync()
    {
        var operations = _request.Operations;
        var needs = operations.Select(Needs).ToList();
        foreach (var step in BulkOrder.Of(needs))
        {
            if (_errors >= _request.MaxErrors)
            {
                break;
            }

            if (step.Count > 1 || needs[step[0]].Contains(step[0]))
            {
                await RunRingAsync(step);
            }
            else
            {
                Note(step[0], await RunOneAsync(step[0], needs[step[0]]));
            }
        }

        return _done;
    }

    /// <summary>The operations that make what this one names.</summary>
    private IReadOnlyList<int> Needs(BulkOperation operation) =>
        [.. Names(operation).Where(_makers.ContainsKey).Select(name => _makers[name]).Distinct()];

    private static IEnumerable<string> Names(BulkOperation operation)
    {
        IEnumerable<string> inPath = BulkReferences.NameIn(operation.Id) is { } name ? [name] : [];
        return operation.Data is { } data ? inPath.Concat(BulkReferences.NamesIn(data)) : inPath;
    }

    private async ValueTask<Written> RunOneAsync(int i, IReadOnlyList<int> needs)
    {
        var operation = _request.Operations[i];
        if ((operation.Error ?? Unknown(operation) ?? Unmade(needs) ?? TooManyNew(operation)) is { } error)
        {
            return Written.Refused(error);
        }

        var id = BulkReferences.NameIn(operation.Id) is { } name ? IdOf(name) : operation.Id ?? "";
        var data = operation.Data is { } given ? BulkReferences.Resolve(given, IdOf) : default;
        return await _writes.RunAsync(_exchange.Caller, operation, id, data, _exchange.Cancellation);
    }

    /// <summary>Only new users can name one another: as managers.</summary>
    private async ValueTask RunRingAsync(IReadOnlyList<int> ring)
    {
        var operations = ring.Select(i => _request.Operations[i]).ToList();
        var outside = ring.SelectMany(i => Needs(_request.Operations[i])).Where(need => !ring.Contains(need)).ToList();
        var error = operations.Select(operation => operation.Error ?? Unknown(operation)).FirstOrDefault(problem => problem is not null)
            ?? (operations.TrueForAll(operation => operation.Creates && operation.Type == ResourceType.User)
                ? Unmade(outside) ?? operations.Select(TooManyNew).FirstOrDefault(problem => problem is not null)
                : new ScimError(409, null, "bulkId: the operations wait for one another, and cannot be done together."));
        var written = error is not null
            ? [.. ring.Select(_ => Written.Refused(error))]
            : await _writes.CreateTogetherAsync(
                _exchange.Caller, [.. operations.Select(operation => operation.Data!.Value)], Resolve, _exchange.Cancellation);
        for (var i = 0; i < ring.Count; i++)
        {
            Note(ring[i], written[i]);
        }

        IReadOnlyList<JsonElement> Resolve(IReadOnlyList<UserId> ids)
        {
            var own = operations.Zip(ids).ToDictionary(pair => pair.First.BulkId!, pair => pair.Second.Value, StringComparer.Ordinal);
            return [.. operations.Select(operation => BulkReferences.Resolve(operation.Data!.Value, name => own.GetValueOrDefault(name) ?? IdOf(name)))];
        }
    }

    private void Note(int i, Written written)
    {
        _done[i] = written;
        _errors += written.Error is null ? 0 : 1;
        _exchange.At(written.Revision);
    }

    private string IdOf(string name) => _done[_makers[name]]!.Value.Id;

    private ScimError? Unknown(BulkOperation operation) => Names(operation).Any(name => !_makers.ContainsKey(name))
        ? ScimError.Value("bulkId: no operation of the request makes what is named so.")
        : null;

    private ScimError? Unmade(IReadOnlyList<int> needs) => needs.Any(need => _done[need] is not { Error: null })
        ? new(409, null, "bulkId: what is named so could not be made.")
        : null;

    private ScimError? TooManyNew(BulkOperation operation) =>
        operation.Creates && operation.Type == ResourceType.User && _exchange.CountNewUsers() is { } fault ? ScimFaults.Of(fault) : null;
}
