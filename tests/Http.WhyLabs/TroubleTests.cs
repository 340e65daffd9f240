using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Roster.Core.Outcomes;
using Roster.Core.Storage;
using Roster.Core.Values;
using Roster.Testing;
using Roster.Testing.Stores;
using static Roster.Tests.Http.WhyLabs.Contract.Case;

namespace Roster.Tests.Http.WhyLabs;

/// <summary>What is not the client's fault, as this dialect says it.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task A_store_that_does_not_answer_is_503_and_says_when_to_come_again()
    {
        var answer = await FailingAsync(new StoreUnavailableException("the disk is full"));

        answer.ShouldAnswer(503, Error("ServiceUnavailable", "The store did not answer in time.").Replace("{id}", "request-1"));
        answer.Header("Retry-After").ShouldBe("1");
    }

    [Fact]
    public async Task A_defect_is_500_and_tells_nothing()
    {
        var answer = await FailingAsync(new InvalidOperationException("internals"));

        answer.ShouldAnswer(500, Error("Internal", "~.+").Replace("{id}", "request-1"));
        answer.Text.ShouldNotContain("internals");
    }

    [Fact]
    public async Task Too_many_requests_are_429_in_a_sentence()
    {
        await using var server = await RosterServer.StartAsync(new() { Settings = new Dictionary<string, string> { ["ROSTER_RATE_LIMIT"] = "1" } });
        await server.First.WhyLabs.GetAsync("/v1/api-key/validate");

        var answer = await server.First.WhyLabs.GetAsync("/v1/api-key/validate");

        answer.Status.ShouldBe(429);
        answer.Header("Content-Type").ShouldBe("text/plain; charset=utf-8");
        int.Parse(answer.Header("Retry-After")!).ShouldBeInRange(1, 3_600);
        answer.Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_list_that_breaks_off_says_so_by_breaking_the_connection()
    {
        BrokenStore store = null!;
        await using var server = await RosterServer.StartAsync(new() { Services = services => store = BrokenStore.Wrap(services) });
        await Task.WhenAll(Enumerable.Range(0, 1_100).Select(i => server.First.RegisterUserAsync($"user{i}@example.com")));

        // The key is known already, so that the list's own two stretches are the only reads.
        await server.First.WhyLabs.GetAsync("/v1/api-key/validate");
        store.FailAfter(reads: 1, new StoreUnavailableException());

        await Should.ThrowAsync<IOException>(() => server.First.WhyLabs.GetAsync("/v0/accounts/org/org-test/users"));
    }

    private static async Task<Answer> FailingAsync(Exception failure)
    {
        BrokenStore store = null!;
        await using var server = await RosterServer.StartAsync(new() { Services = services => store = BrokenStore.Wrap(services) });
        await server.First.WhyLabs.GetAsync("/v1/api-key/validate");
        store.FailAfter(reads: 0, failure);
        return await server.First.WhyLabs.PostAsync(
            "/v0/accounts/org/org-test/user", """{"email":"eve@example.com"}""", ("X-Request-Id", "request-1"));
    }

    /// <summary>The real store until it is told to fail.</summary>
    private sealed class BrokenStore(IStore store) : PassingStore(store)
    {
        private Exception? _failure;
        private int _left;

        public static BrokenStore Wrap(IServiceCollection services)
        {
            var broken = new BrokenStore((IStore)services.Single(service => service.ServiceType == typeof(IStore)).ImplementationInstance!);
            services.Replace(ServiceDescriptor.Singleton<IStore>(broken));
            return broken;
        }

        public void FailAfter(int reads, Exception failure) => (_left, _failure) = (reads, failure);

        public override ValueTask<Outcome<T>> ReadAsync<T>(
            AccountId account, long atLeast, Func<IReads, ValueTask<Outcome<T>>> question, CancellationToken cancellationToken) =>
            _failure is { } failure && _left-- <= 0 ? throw failure : Store.ReadAsync(account, atLeast, question, cancellationToken);

        public override ValueTask<Outcome<TAnswer>> WriteAsync<TFacts, TAnswer>(
            Write<TFacts, TAnswer> write, CancellationToken cancellationToken) =>
            _failure is { } failure ? throw failure : Store.WriteAsync(write, cancellationToken);
    }
}
