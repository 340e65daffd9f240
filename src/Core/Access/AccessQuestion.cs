namespace Roster.Core.Access;

/// <summary>Who wants to do something, as the request names them.</summary>
/// <param name="Type">One of the account's subject types.</param>
public sealed record AccessSubject(string Type, string Id, Properties? Properties = null);

/// <summary>What something is to be done to, as the request names it.</summary>
/// <param name="Type">A kind of scope, or one of the account's resource types.</param>
public sealed record AccessResource(string Type, string Id, Properties? Properties = null);

/// <summary>May the subject do the action to the resource? What is not known is never an error: then the answer is no.</summary>
public sealed record AccessQuestion(
    AccessSubject Subject, string Action, Properties? ActionProperties, AccessResource Resource, Properties? Context);

/// <summary>Who of the type may do the action to the resource?</summary>
public sealed record SubjectSearch(
    string Type, string Action, Properties? ActionProperties, AccessResource Resource, Properties? Context);

/// <summary>To what of the type may the subject do the action?</summary>
public sealed record ResourceSearch(
    AccessSubject Subject, string Action, Properties? ActionProperties, string Type, Properties? Context);

/// <summary>What may the subject do to the resource, by actions without properties?</summary>
public sealed record ActionSearch(AccessSubject Subject, AccessResource Resource, Properties? Context);

/// <summary>A page of what was found, in a stable order.</summary>
/// <param name="Ids">Of subjects or resources, or names of actions.</param>
/// <param name="Next">What to go on after; null where nothing follows. Opaque: it need not be the last id.</param>
public sealed record AccessPage(IReadOnlyList<string> Ids, string? Next);
