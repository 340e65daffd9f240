using System.Runtime.InteropServices;
using Roster.Core.Access.Subjects;

namespace Roster.Core.Access.Graph;

internal enum NeedKind : byte
{
    /// <summary>Whom a text names, and what is known about them.</summary>
    Name,

    /// <summary>What is known about a user.</summary>
    Subject,

    /// <summary>A type of resource, and one resource of it.</summary>
    Resource,
}

/// <summary>Something that a check has to know and nobody has asked for yet.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Need(NeedKind Kind, string Text, string Other = "", SubjectIdentifier Identifier = SubjectIdentifier.Id);
