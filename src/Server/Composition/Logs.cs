namespace Roster.Server.Composition;

/// <summary>What is logged unless configured otherwise.</summary>
internal static class Logs
{
    /// <summary>The platform's lines about requests hold paths and queries, and with them what is personal.</summary>
    public static ILoggingBuilder AddDefaults(this ILoggingBuilder logging) =>
        logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)

        // Where anybody listens to this one, an Activity is made for every request; Kestrel tells of failures itself.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
}
