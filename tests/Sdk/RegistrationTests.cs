using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Roster.Tests.Sdk.Odd;

namespace Roster.Tests.Sdk;

/// <summary>Clients from a container.</summary>
public sealed class RegistrationTests(SdkServer server)
{
    [Fact]
    public async Task Each_client_is_made_where_it_is_asked_for()
    {
        var account = await server.Server.OpenAccountAsync();
        await account.RegisterUserAsync("ada@example.com", "Account Administrator", "ada");
        var services = new ServiceCollection();
        services.AddRosterClient(server.Address, account.Key.ToString());
        services.AddFivetranClient(account.Key.Id.Value, account.Key.Secret, new() { BaseAddress = server.Address });
        services.AddWhyLabsClient(account.Key.ToString(), new() { BaseAddress = server.Address });
        await using var container = services.BuildServiceProvider();

        (await container.GetRequiredService<RosterClient>().Account.GetAsync()).Id.ShouldBe(account.Id.Value);
        (await container.GetRequiredService<FivetranClient>().Account.GetInfoAsync()).AccountId.ShouldBe(account.Id.Value);
        (await container.GetRequiredService<WhyLabsClient>().Account.ListUsersAsync(account.Id.Value)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Handlers_of_ones_own_are_asked_and_no_redirect_is_followed()
    {
        await using var elsewhere = new OddServer(Turns.Json(200, "[]"));
        await using var odd = new OddServer(Turns.Answer(302, null, "", $"Location: {elsewhere.Address}"));
        var services = new ServiceCollection();
        services.AddWhyLabsClient("key", new() { BaseAddress = odd.Address }).AddHttpMessageHandler(() => new Marking());
        await using var container = services.BuildServiceProvider();

        var refused = await Should.ThrowAsync<RosterException>(() => container.GetRequiredService<WhyLabsClient>().Account.ListUsersAsync("org-1"));

        refused.Status.ShouldBe(HttpStatusCode.Found);
        odd.Request.Header("X-Mark").ShouldBe("here");
        elsewhere.Requests.ShouldBeEmpty();
    }

    private sealed class Marking : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Mark", "here");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
