namespace Roster.Core.Documents;

/// <summary>How a plan is written into a note. What one process wrote every other reads, for a day, older and newer ones included.</summary>
public interface IPlanForm
{
    ReadOnlyMemory<byte> Write(Plan plan);

    Plan ReadPlan(ReadOnlyMemory<byte> content);

    ReadOnlyMemory<byte> Write(AppliedPlan applied);

    AppliedPlan ReadApplied(ReadOnlyMemory<byte> content);
}
