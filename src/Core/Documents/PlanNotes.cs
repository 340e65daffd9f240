namespace Roster.Core.Documents;

/// <summary>Under which names a plan and what came of it are left.</summary>
internal static class PlanNotes
{
    public static string OfPlan(string id) => "plan:" + id;

    /// <summary>Apart from the plan, so that who applies it again need not read it under the lock.</summary>
    public static string OfApplied(string id) => "applied:" + id;
}
