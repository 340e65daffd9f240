namespace Roster.Server.Composition;

/// <summary>Where settings come from; what comes later wins.</summary>
internal static class Configuring
{
    private const string File = "appsettings.json";

    /// <summary>Each of these says where to listen.</summary>
    private static readonly string[] Listening = ["urls", "http_ports", "https_ports"];

    /// <param name="urls">The arguments' addresses to listen on, if they have any.</param>
    public static void AddSettings(this IConfigurationManager configuration, string? urls)
    {
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, File), optional: true, reloadOnChange: false)
            .AddJsonFile(Path.GetFullPath(File), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables();
        if (urls is not null)
        {
            configuration["urls"] = urls;
        }
        else if (Array.TrueForAll(Listening, key => string.IsNullOrEmpty(configuration[key]))
            && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            configuration["urls"] = Addresses.Default;
        }
    }
}
