using Roster.Core.Accounts;
using Roster.Storage;
using Roster.Storage.Sqlite;

namespace Roster.Server.Composition;

/// <summary>Runs the server as a program: from arguments and environment to an exit code.</summary>
internal static class Starting
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Misconfigured = 2;
    private const int StoreNotOpened = 3;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (CommandLine.Parse(arguments) is not { } line)
        {
            return Refuse(Misconfigured, CommandLine.Usage);
        }

        if (line.Help)
        {
            Console.WriteLine(CommandLine.Usage);
            return Done;
        }

        var builder = NewBuilder(line);
        if (SettingsReader.Read(builder.Configuration, Environment.GetEnvironmentVariables(), out var problems) is not { } settings)
        {
            return Refuse(Misconfigured, ["Roster cannot start with these settings:", .. problems.Select(problem => "  " + problem)]);
        }

        try
        {
            return await (line.BackupFile is { } file ? BackUpAsync(settings, file) : ServeAsync(builder, settings, line));
        }
        catch (StoreStartException cannot)
        {
            return Refuse(StoreNotOpened, cannot.Message);
        }
        catch (IOException cannot)
        {
            return Refuse(Failed, cannot.Message);
        }
    }

    /// <summary>Nothing but what is named here, so that it starts fast and nothing is set by accident.</summary>
    private static WebApplicationBuilder NewBuilder(CommandLine line)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "roster-server" });
        builder.Configuration.AddSettings(line);
        builder.Logging
            .AddDefaults()
            .AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddSimpleConsole(console => console.SingleLine = true);
        return builder;
    }

    private static async Task<int> ServeAsync(WebApplicationBuilder builder, Settings settings, CommandLine line)
    {
        var parts = ServerParts.Default;
        var store = await SqliteStore.OpenAsync(new SqliteOptions { File = settings.StoreFile }, parts.Clock, CancellationToken.None);
        await using var app = RosterApp.Build(builder, settings, store, parts);
        var opened = await app.Services.GetRequiredService<FirstStart>().RunAsync(settings.BootstrapKey, CancellationToken.None);
        await DemoAsync(app, line, opened);
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        finally
        {
            // Also when it could not listen: the key is shown now or never.
            Greet(app, settings, opened);
        }

        await app.WaitForStopAsync(CancellationToken.None);
        return Done;
    }

    private static async Task DemoAsync(RosterApp app, CommandLine line, OpenedAccount? opened)
    {
        if (!line.Demo)
        {
            return;
        }

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

    private static async Task<int> BackUpAsync(Settings settings, string file)
    {
        await SqliteBackup.RunAsync(settings.StoreFile, file, CancellationToken.None);
        Console.WriteLine($"Copied '{settings.StoreFile}' to '{file}'.");
        return Done;
    }

    private static int Refuse(int code, params string[] lines)
    {
        foreach (var line in lines)
        {
            Console.Error.WriteLine(line);
        }

        return code;
    }
}
