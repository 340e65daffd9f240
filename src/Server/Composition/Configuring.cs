namespace Roster.Server.Composition;

/// <summary>Where settings come from; what comes later wins.</summary>
internal static class Configuring
{
    private const string File = "appsettings.json";

    /// <summary>Each of these says where to listen.</summary>
    private static readonly string[] Listening = ["urls", "http_ports", "https_ports"];

    public static void AddSettings(this IConfigurationManager configuration, CommandLine line)
    {
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, File), optional: true, reloadOnChange: false)
            .AddJsonFile(Path.GetFullPath(File), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables();
        if (line.Urls is not null)
        {
            configuration["urls"] = line.Urls;
        }
        else if (Array.TrueForAll(Listening, key => string.IsNullOrEmpty(configuration[key]))
            && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            configuration["urls"] = Addresses.Default;
        }
    }
}
