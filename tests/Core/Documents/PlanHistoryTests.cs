using Roster.Core.Documents;
using Roster.Core.Outcomes;
using Roster.Core.Scopes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Storage.Sqlite;
using Roster.Testing;

namespace Roster.Tests.Core.Documents;

/// <summary>
/// Random documents, planned and applied one after another to an account on a real store, while another account of the same
/// history gets the same by single requests.
/// </summary>
public sealed class PlanHistoryTests : IAsyncLifetime
{
    private const int Rounds = 40;

    /// <summary>What opening an account logs.</summary>
    private const int KeyAndAccount = 2;

    private RosterServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await RosterServer.StartAsync(new ServerOptions { Synchronous = SqliteSynchronous.Off });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task What_is_planned_and_applied_is_what_the_document_says(int seed)
    {
        var (planned, single) = (await _server.OpenAccountAsync(), await _server.OpenAccountAsync());
        var documents = new RandomDocuments(new Random(seed), planned.Scope, _server.Clock);
        var (applied, compared, same) = (0, true, 0);
        for (var round = 0; round < Rounds; round++)
        {
            _server.Clock.Advance(TimeSpan.FromMinutes(10));
            var before = await ExportAsync(planned);
            var document = documents.Next(before);
            var made = await MakeAsync(planned, document);
            if (made.Failed(out var fault))
            {
                fault.Kind.ShouldBeOneOf(FaultKind.InvalidValue, FaultKind.LastOwner);
                Expected.Of(await ExportAsync(planned)).ShouldBe(Expected.Of(before));
                continue;
            }

            (await ApplyAsync(planned, made.Value)).Applied.ShouldBe(made.Value.Changes.Count);
            var after = await ExportAsync(planned);
            Expected.Of(after).ShouldBe(Expected.After(before, document, planned.Id.Value), $"{seed}/{round}");
            (await MakeAsync(planned, document)).Value.Changes.Select(Shown.Of).ShouldBeEmpty();
            (await MakeAsync(planned, after.ToDocument(Manages.Everything))).Value.Changes.Select(Shown.Of).ShouldBeEmpty();
            applied += made.Value.Changes.Count > 0 ? 1 : 0;
            compared = compared && await IsDoneAsync(single, made.Value, planned.Scope);
            if (compared)
            {
                (await TablesAsync(single)).ShouldBe(await TablesAsync(planned), $"{seed}/{round}");
                same++;
            }
        }

        applied.ShouldBeGreaterThan(Rounds / 3);
        same.ShouldBePositive();
    }

    /// <summary>False where it cannot be done by single requests, since only together can one owner go before the next one comes.</summary>
    private async Task<bool> IsDoneAsync(TestAccount account, Plan plan, ScopeId plannedFor)
    {
        var refusal = await new SingleRequests(_server, account.Caller, plannedFor).DoAsync(plan);
        refusal?.Kind.ShouldBe(FaultKind.LastOwner);
        return refusal is null;
    }

    private async Task<Taken> ExportAsync(TestAccount account)
    {
        var taken = new Taken();
        (await _server.Get<ExportDocument>().RunAsync(account.Caller, taken, CancellationToken.None)).Fault.ShouldBeNull();
        taken.IsWhole.ShouldBeTrue();
        return taken;
    }

    private ValueTask<Outcome<Plan>> MakeAsync(TestAccount account, Document document) =>
        _server.Get<MakePlan>().RunAsync(account.Caller, new(document, [], 1_000), CancellationToken.None);

    /// <summary>As it was kept, not as it was made.</summary>
    private async Task<AppliedPlan> ApplyAsync(TestAccount account, Plan plan)
    {
        var kept = await _server.Get<FindPlan>().RunAsync(account.Caller, plan.Id, CancellationToken.None);
        return (await _server.Get<ApplyPlan>().RunAsync(account.Caller, kept.Value, CancellationToken.None)).Value;
    }

    /// <summary>All that the tables and the log say, but for the account's own id and which changes were one set.</summary>
    private async Task<string> TablesAsync(TestAccount account)
    {
        var text = await _server.Store.ReadAsync(
            account.Id,
            async reads =>
            {
                var users = await Slices.AllAsync(page => reads.UsersAsync(null, page));
                var memberships = await Slices.AllAsync(page => reads.MembershipsAsync(default, page));
                var log = await reads.ChangesAsync(KeyAndAccount, 100_000);
                string[] lines =
                [
                    .. users.Select(user => user.ToString()),
                    .. memberships.Select(membership => membership.ToString()),
                    .. log.Select(entry => (entry with { Set = 0 }).ToString()),
                ];
                return (Outcome<string>)string.Join('\n', lines);
            },
            CancellationToken.None);
        return text.Value.Replace(account.Id.Value, "HERE", StringComparison.Ordinal);
    }
}
