using System.CommandLine;
using Roster.Cli.Output;
using Roster.Sdk.Native;

namespace Roster.Cli.Planning;

/// <summary>A document as the user keeps it: a file, or standard input.</summary>
internal sealed record DocumentFile(string Name, string Text)
{
    public static Option<string> Option { get; } = new("--file", "-f") { Description = "The document, YAML or JSON; '-' for standard input", HelpName = "FILE", Required = true };

    /// <summary>YAML begins a mapping in braces too, but who writes one means JSON.</summary>
    public DocumentFormat Format => Text.AsSpan().TrimStart() is ['{', ..] ? DocumentFormat.Json : DocumentFormat.Yaml;

    public static async Task<DocumentFile> ReadAsync(string name, Keyboard keyboard, CancellationToken cancellationToken)
    {
        if (name == "-")
        {
            return new("standard input", await keyboard.ReadAllAsync(cancellationToken));
        }

        return File.Exists(name)
            ? new(name, await File.ReadAllTextAsync(name, Keyboard.Utf8, cancellationToken))
            : throw new CommandException($"There is no file '{name}'.", "roster export -o team.yaml writes one to begin with.");
    }
}
