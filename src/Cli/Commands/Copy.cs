using System.CommandLine;
using Roster.Cli.Copying;
using Roster.Cli.Output;
using Roster.Cli.Profiles;
using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster copy</c>.</summary>
internal static class Copy
{
    private static readonly Option<string> From = new("--from") { Description = "fivetran or whylabs", HelpName = "SERVICE", Required = true };

    private static readonly Option<string?> Url = new("--url")
    {
        Description = "Where the service is, if it is not the hosted one (or FIVETRAN_API_URL)",
        HelpName = "URL",
    };

    private static readonly Option<string?> Key = new("--key")
    {
        Description = "KEY:SECRET of Fivetran (or FIVETRAN_APIKEY and FIVETRAN_APISECRET), ID.SECRET:ORG of WhyLabs (or WHYLABS_API_KEY); '-' reads it from standard input",
        HelpName = "KEY",
    };

    private static readonly Option<string?> To = new("--to", "-o") { Description = "A file to write, instead of standard output", HelpName = "FILE" };

    public static Command Build()
    {
        From.AcceptOnlyFromAmong("fivetran", "whylabs");
        return new Verb(
            "copy",
            "Writes a hosted Fivetran or WhyLabs account as a document that 'apply' brings to Roster, with the same ids",
            "FIVETRAN_APIKEY=… FIVETRAN_APISECRET=… roster copy --from fivetran -o fivetran.yaml",
            "roster copy --from whylabs --key - -o whylabs.yaml < key.txt",
            "roster apply -f fivetran.yaml")
            .With(From, Url, Key, To)
            .DoesHereAsync(CopyAsync);
    }

    private static async Task CopyAsync(ParseResult parse, Screen screen, CancellationToken cancellationToken)
    {
        var format = DocumentOutput.FormatOf(parse);
        var (url, key) = (parse.GetValue(Url), await KeyAsync(parse, screen, cancellationToken));
        var copied = parse.GetValue(From) == "fivetran"
            ? await CopyFivetranAsync(key, url ?? Variable("FIVETRAN_API_URL"), screen, cancellationToken)
            : await CopyWhyLabsAsync(key, url, cancellationToken);
        var text = format == DocumentFormat.Json ? JsonValue.Text(copied.Write, indented: true) + "\n" : YamlText.Of(copied.Write);
        await DocumentOutput.WriteAsync(screen, parse.GetValue(To), text, cancellationToken);
        screen.Note($"{copied.Users} users and {copied.Memberships} memberships.");
        if (copied.Roles > 0)
        {
            screen.Warn($"{copied.Roles} custom roles have level viewer, since Fivetran does not say how far they reach: look at them before you apply this.");
        }

        if (copied.LeftOut > 0)
        {
            screen.Warn($"{copied.LeftOut} memberships of inactive users are left out: Roster gives inactive users none.");
        }
    }

    private static async Task<CopiedAccount> CopyFivetranAsync(string? given, string? url, Screen screen, CancellationToken cancellationToken)
    {
        var (key, secret) = FivetranKey(given);
        var options = url is null ? new() : new FivetranClientOptions { BaseAddress = Profile.ParseUrl(url) };
        using var client = new FivetranClient(key, secret, options);
        using var progress = new ProgressLine(screen, "reading users");
        return await FivetranCopy.ReadAsync(client, (done, all) => progress.Update((double)done / all, done), cancellationToken);
    }

    private static async Task<CopiedAccount> CopyWhyLabsAsync(string? given, string? url, CancellationToken cancellationToken)
    {
        var key = given ?? Variable("WHYLABS_API_KEY") ?? throw Missing("--key or WHYLABS_API_KEY");
        var org = key.Split(':') is [_, { Length: > 0 } named]
            ? named
            : throw new CommandException("The key does not name its organization.", "It reads ID.SECRET:ORG, as WhyLabs shows it.");
        using var client = new WhyLabsClient(key, url is null ? null : new WhyLabsClientOptions { BaseAddress = Profile.ParseUrl(url) });
        return await WhyLabsCopy.ReadAsync(client, org, cancellationToken);
    }

    private static (string Key, string Secret) FivetranKey(string? given) => given is not null
        ? given.Split(':') is [{ Length: > 0 } key, { Length: > 0 } secret]
            ? (key, secret)
            : throw new CommandException("That is not a key of Fivetran's.", "It reads KEY:SECRET.")
        : (Variable("FIVETRAN_APIKEY") ?? throw Missing("--key or FIVETRAN_APIKEY"), Variable("FIVETRAN_APISECRET") ?? throw Missing("--key or FIVETRAN_APISECRET"));

    private static async Task<string?> KeyAsync(ParseResult parse, Screen screen, CancellationToken cancellationToken) =>
        parse.GetValue(Key) is "-" ? (await screen.Keyboard.ReadLineAsync(cancellationToken))?.Trim() : parse.GetValue(Key);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static CommandException Missing(string what) => new($"{what} is missing.", "Try: roster copy --help");
}
