using System.CommandLine;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary>Where documents go, and how they are written.</summary>
internal static class DocumentOutput
{
    /// <summary>A document is no table: where nothing was asked for, it is YAML.</summary>
    public static DocumentFormat FormatOf(ParseResult parse) => parse.GetValue(GlobalOptions.Output) switch
    {
        null or OutputFormat.Yaml => DocumentFormat.Yaml,
        OutputFormat.Json => DocumentFormat.Json,
        _ => throw new CommandException("A document is YAML or JSON.", "Say --output yaml or --output json."),
    };

    /// <param name="file">Null for standard output.</param>
    public static Task WriteAsync(Screen screen, string? file, string text, CancellationToken cancellationToken) =>
        file is null ? screen.Out.WriteAsync(text) : File.WriteAllTextAsync(file, text, cancellationToken);
}
