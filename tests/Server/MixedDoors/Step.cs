using Roster.Tests.Server.Calls;

namespace Roster.Tests.Server.MixedDoors;

/// <summary>One call at one door, and what it means to the oracle.</summary>
internal abstract record Step
{
    public abstract Call Of(AccountClient at);

    /// <summary>Does the same to the oracle and tells where the answer differs; null where it does not.</summary>
    public string? Judge(Oracle oracle, Reply answer)
    {
        var refusal = Run(oracle, answer);
        var agrees = refusal is { } reason ? answer.IsRefusedFor(reason) : answer.Succeeded;
        return agrees && Shown(oracle, answer) is not { } difference
            ? null
            : $"Expected {refusal?.ToString() ?? "success"}: {answer}\n  {(agrees ? Shown(oracle, answer) : "")}";
    }

    /// <summary>Why the oracle refuses it; null where it does it.</summary>
    protected abstract FaultKind? Run(Oracle oracle, Reply answer);

    /// <summary>What a granted answer shows wrongly.</summary>
    protected virtual string? Shown(Oracle oracle, Reply answer) => null;

    protected static FaultKind? KeepingAnOwner(Oracle oracle, Action change) =>
        oracle.TryKeepingAnOwner(change) ? null : FaultKind.LastOwner;

    /// <summary>Compares what the answer shows of one user with what the oracle knows.</summary>
    protected static string? Differs(Reply answer, Func<Oracle, Somebody, string> expected, Oracle oracle, string path)
    {
        if (!answer.Succeeded)
        {
            return null;
        }

        var shown = path.Length == 0 ? answer.Body! : answer.At(path)!;
        var id = (string)(shown["id"] ?? shown["userId"])!;
        var (want, got) = (expected(oracle, oracle.Find(id)!), path.Length == 0 ? Portrait.AtWhyLabs(shown) : Portrait.AtFivetran(shown));
        return want == got ? null : $"wanted {want}\n  got    {got}";
    }
}
