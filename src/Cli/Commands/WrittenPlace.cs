using System.CommandLine;
using System.CommandLine.Parsing;

namespace Roster.Cli.Commands;

/// <summary>Where one can be a member, written as in documents: <c>account</c>, <c>organization/org-research</c>, <c>group/warehouse</c>.</summary>
/// <param name="Id">Null for the account itself, which the key knows.</param>
internal sealed record WrittenPlace(string Kind, string? Id)
{
    private const string Account = "account";
    private static readonly string[] Kinds = ["organization", "group", "connector", "team"];

    public static Option<WrittenPlace?> Option(string description, bool required) => new("--in")
    {
        Description = description + ": account, organization/ID, group/ID, connector/ID or team/ID",
        HelpName = "PLACE",
        Required = required,
        CustomParser = Parse,
        CompletionSources = { _ => [new(Account), .. Kinds.Select(kind => new System.CommandLine.Completions.CompletionItem(kind + "/"))] },
    };

    public override string ToString() => Id is null ? Kind : $"{Kind}/{Id}";

    private static WrittenPlace? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text == Account)
        {
            return new(Account, null);
        }

        if (text.Split('/') is [var kind, var id] && Kinds.Contains(kind) && Ids.CanName(id))
        {
            return new(kind, id);
        }

        result.AddError($"'{text}' is no place: account, organization/ID, group/ID, connector/ID or team/ID.");
        return null;
    }
}
