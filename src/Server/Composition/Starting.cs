using Roster.Core.Storage;
using Roster.Storage;

namespace Roster.Server.Composition;

/// <summary>Runs the server as a program: from arguments and environment to an exit code.</summary>
internal static class Starting
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            return CommandLine.Parse(arguments) switch
            {
                null => Ending.Refuse(Ending.Misused, CommandLine.Usage),
                ShowUsage => Ending.Say(CommandLine.Usage),
                CopyStore copy => await CopyCommand.RunAsync(copy),
                var command => await RunConfiguredAsync(command),
            };
        }
        catch (Exception cannot) when (cannot is StoreStartException or StoreUnavailableException)
        {
            return Ending.Refuse(Ending.StoreNotOpened, cannot.Message);
        }
        catch (IOException cannot)
        {
            return Ending.Refuse(Ending.Failed, cannot.Message);
        }
    }

    private static async Task<int> RunConfiguredAsync(Command command)
    {
        var builder = NewBuilder((command as Serve)?.Urls);
        if (SettingsReader.Read(builder.Configuration, Environment.GetEnvironmentVariables(), out var problems) is not { } settings)
        {
            return Ending.Refuse(
                Ending.Misused, ["Roster cannot start with these settings:", .. problems.Select(problem => "  " + problem)]);
        }

        return command switch
        {
            DistributeStore => await StoreCommands.DistributeAsync(settings.Store),
            BackUp backUp => await StoreCommands.BackUpAsync(settings.Store, backUp.File),
            Serve serve => await Serving.RunAsync(builder, settings, serve),
            _ => throw new InvalidOperationException("This command needs no settings."),
        };
    }

    /// <summary>Nothing but what is named here, so that it starts fast and nothing is set by accident.</summary>
    private static WebApplicationBuilder NewBuilder(string? urls)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "roster-server" });
        builder.Configuration.AddSettings(urls);
        builder.Logging
            .AddDefaults()
            .AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddSimpleConsole(console => console.SingleLine = true);
        return builder;
    }
}
