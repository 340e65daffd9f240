using Roster.Core.Accounts;

namespace Roster.Server.Composition;

/// <summary>From an open store to a clean stop.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(WebApplicationBuilder builder, Settings settings, Serve serve)
    {
        var parts = ServerParts.Default;
        var store = await OpenStore.OpenAsync(settings, parts.Clock, CancellationToken.None);
        await using var app = RosterApp.Build(builder, settings, store, parts);
        var opened = await app.Services.GetRequiredService<FirstStart>().RunAsync(settings.BootstrapKey, CancellationToken.None);
        try
        {
            if (serve.Demo)
            {
                await FillAsync(app, opened);
            }

            await app.StartAsync(CancellationToken.None);
        }
        finally
        {
            // Also when it could not fill the store or listen: the key is shown now or never.
            Greet(app, settings, opened);
        }

        await app.WaitForStopAsync(CancellationToken.None);
        return Ending.Done;
    }

    private static async Task FillAsync(RosterApp app, OpenedAccount? opened)
    {
        if (opened is null)
        {
            Console.WriteLine("The store is not empty, so --demo adds nothing to it.");
            return;
        }

        await app.Services.GetRequiredService<Demo>().FillAsync(opened.Account.Id, CancellationToken.None);
    }

    // Who chose the key knows it.
    private static void Greet(RosterApp app, Settings settings, OpenedAccount? opened)
    {
        if (opened is not null && settings.BootstrapKey is null)
        {
            Console.WriteLine(Greeting.Of(opened, Addresses.ToReach(app.Addresses)));
        }
    }
}
