using System.CommandLine;
using Roster.Cli.Output;
using Roster.Cli.Planning;
using Roster.Sdk;
using Roster.Sdk.Native;

namespace Roster.Cli.Commands;

/// <summary><c>roster plan</c> and <c>roster apply</c>.</summary>
internal static class Plans
{
    private static readonly Option<int?> MaxRemovals = new("--max-removals")
    {
        Description = "How much may be removed at most; the server's own limit is 10",
        HelpName = "N",
    };

    public static Command Plan() => new Verb(
        "plan",
        "Shows what a document would change, and changes nothing; ends with 2 where there is a difference",
        "roster plan -f team.yaml",
        "roster plan -f team.yaml --output json > plan.json")
        .With(DocumentFile.Option, MaxRemovals)
        .DoesWithCode(async (session, cancellationToken) =>
        {
            var plan = await MakeAsync(session, cancellationToken);
            Show(session, plan);
            return plan.IsEmpty ? ExitCodes.Done : ExitCodes.Differs;
        });

    public static Command Apply() => new Verb(
        "apply",
        "Makes the account what a document says: shows the plan, asks, and does all of it or nothing",
        "roster apply -f team.yaml",
        "roster apply -f team.yaml --yes --max-removals 50")
        .With(DocumentFile.Option, MaxRemovals, GlobalOptions.Yes)
        .Does(ApplyAsync);

    private static async Task ApplyAsync(Session session, CancellationToken cancellationToken)
    {
        var plan = await MakeAsync(session, cancellationToken);
        // Part of the talk, not the result.
        new PlanLines(session.Screen.PaintError).Write(session.Screen.Errors, plan);
        if (plan.IsEmpty)
        {
            WriteApplied(session, plan, new AppliedPlan { Revision = plan.Revision });
            return;
        }

        await session.ConfirmAsync($"Do this to the account at {session.Profile.Url}?", cancellationToken);
        var applied = await DoAsync(session, plan, cancellationToken);
        WriteApplied(session, plan, applied);
        session.Screen.Note($"Done: {applied.Applied} changes. The account is at revision {applied.Revision}.");
    }

    private static async Task<AppliedPlan> DoAsync(Session session, Plan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await session.Screen.WhileWaitingAsync("Applying", session.Client.Plans.ApplyAsync(plan.Id, cancellationToken: cancellationToken));
        }
        catch (RosterException moved) when (Sdk.Native.Plans.MovedIn(moved) is { Count: > 0 } what)
        {
            throw new CommandException(
                Failures.Message(moved),
                [.. what.Select(thing => $"{thing.Kind} {thing.Id}: {thing.What}"), "Nothing was done. Look at the new difference: roster plan -f FILE"]);
        }
    }

    private static async Task<Plan> MakeAsync(Session session, CancellationToken cancellationToken)
    {
        var file = await DocumentFile.ReadAsync(session.Get(DocumentFile.Option)!, session.Screen.Keyboard, cancellationToken);
        try
        {
            return await session.Client.Plans.MakeAsync(file.Text, file.Format, session.Get(MaxRemovals), cancellationToken: cancellationToken);
        }
        catch (RosterException refused) when (Sdk.Native.Plans.ProblemsIn(refused) is { Count: > 0 } problems)
        {
            throw new CommandException(
                $"{file.Name} cannot be planned.",
                [.. problems.Select(problem => $"{problem.Field}: {problem.Detail}")]);
        }
    }

    private static void Show(Session session, Plan plan)
    {
        switch (session.Results.Format)
        {
            case OutputFormat.Json:
                session.Results.WriteJson(json => PlanJson.Write(json, plan, null));
                break;
            case OutputFormat.Yaml:
                session.Results.WriteYaml(json => PlanJson.Write(json, plan, null));
                break;
            case OutputFormat.Csv:
                session.Results.List(plan.Changes, PlanJson.ChangeColumns);
                break;
            default:
                new PlanLines(session.Screen.Paint).Write(session.Screen.Out, plan);
                break;
        }
    }

    /// <summary>Each change has been done: a plan is done as a whole.</summary>
    private static void WriteApplied(Session session, Plan plan, AppliedPlan applied)
    {
        switch (session.Results.Format)
        {
            case OutputFormat.Json:
                session.Results.WriteJson(json => PlanJson.Write(json, plan, applied));
                break;
            case OutputFormat.Yaml:
                session.Results.WriteYaml(json => PlanJson.Write(json, plan, applied));
                break;
            default:
                session.Results.List(plan.Changes, [new("result", Past), .. PlanJson.AppliedColumns]);
                break;
        }
    }

    private static string Past(PlannedChange change) => change.Action.Value switch
    {
        "create" => "created",
        "remove" => "removed",
        _ => "changed",
    };
}
