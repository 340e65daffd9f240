namespace Roster.Core.Documents;

/// <summary>A change and where the document asks for it, for whoever has to tell that it cannot be.</summary>
internal readonly record struct Step(PlannedChange Change, Place Place);
