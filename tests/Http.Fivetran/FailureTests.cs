using System.Reflection;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Roster.Core.Storage;
using Roster.Testing;
using Roster.Tests.Http.Fivetran.Contract;

namespace Roster.Tests.Http.Fivetran;

/// <summary>What every operation answers when the store does not.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_store_that_does_not_answer_in_time_is_a_503()
    {
        const string Unavailable = """{"code":"ServiceUnavailable","message":"The store did not answer in time."}""";
        foreach (var answer in await AnswersWhenAsync(new StoreUnavailableException("slow disk /dev/x")))
        {
            answer.ShouldBe(503, Unavailable);
            answer.Header("Retry-After").ShouldBe("1");
        }
    }

    [Fact]
    public async Task A_defect_is_a_500_that_tells_nothing_of_it()
    {
        const string Internal = """{"code":"InternalServerError","message":"The server failed; its log has the request's id"}""";
        foreach (var answer in await AnswersWhenAsync(new InvalidOperationException("secret detail")))
        {
            answer.ShouldBe(500, Internal);
        }
    }

    private static async Task<List<Answer>> AnswersWhenAsync(Exception failure)
    {
        await using var server = await RosterServer.StartAsync(new ServerOptions { Services = FailingStore.Replace });
        var world = await World.MakeAsync(server);

        // The key is known from here on; this answer is not kept.
        await server.AskAsync("GET /v1/account/info", world.Admin, null);
        ((FailingStore)server.Store).Failure = failure;
        var answers = new List<Answer>();
        foreach (var operation in Documented.Operations)
        {
            var body = Sample.Body(operation) is { } text ? Encoding.UTF8.GetBytes(text) : null;
            answers.Add(await server.AskAsync(Sample.Path(operation), world.Admin, body));
        }

        ((FailingStore)server.Store).Failure = null;
        return answers;
    }

    /// <summary>The real store, until it is told how to fail.</summary>
    public class FailingStore : DispatchProxy
    {
        private IStore? _real;

        public Exception? Failure { get; set; }

        public static void Replace(IServiceCollection services)
        {
            var real = (IStore)services.Single(service => service.ServiceType == typeof(IStore)).ImplementationInstance!;
            var failing = Create<IStore, FailingStore>();
            ((FailingStore)failing)._real = real;
            services.AddSingleton(failing);
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            Failure is { } failure && targetMethod!.Name is nameof(IStore.ReadAsync) or nameof(IStore.WriteAsync)
                ? throw failure
                : targetMethod!.Invoke(_real, args);
    }
}
