namespace Roster.Http.AuthZen.Checking;

/// <summary>How far a batch is answered.</summary>
internal enum Semantic
{
    ExecuteAll,
    DenyOnFirstDeny,
    PermitOnFirstPermit,
}

internal static class Semantics
{
    public const string DenyOnFirstDeny = "deny_on_first_deny";

    /// <summary>As the wire calls it; what is not understood is refused.</summary>
    public static Semantic Read(Fields body)
    {
        if (body.Object("options") is not { } options || options.Text("evaluations_semantic") is not { } name)
        {
            return Semantic.ExecuteAll;
        }

        switch (name)
        {
            case "execute_all":
                return Semantic.ExecuteAll;
            case DenyOnFirstDeny:
                return Semantic.DenyOnFirstDeny;
            case "permit_on_first_permit":
                return Semantic.PermitOnFirstPermit;
            default:
                options.Refuse("evaluations_semantic", $"must be execute_all, {DenyOnFirstDeny} or permit_on_first_permit");
                return Semantic.ExecuteAll;
        }
    }

    /// <summary>True where the answer ends with this decision.</summary>
    public static bool EndsWith(this Semantic semantic, bool decision) => semantic switch
    {
        Semantic.DenyOnFirstDeny => !decision,
        Semantic.PermitOnFirstPermit => decision,
        _ => false,
    };
}
