namespace Roster.Tests.Sdk.Contract;

/// <summary>Why a case cannot be put to the SDK, whose operations have types. These are all the reasons that there are.</summary>
public enum Rule
{
    /// <summary>An operation has a parameter for every value that it needs, so none can be left out.</summary>
    MissingArgument,

    /// <summary>A parameter takes values of its own type only.</summary>
    OtherType,

    /// <summary>There is no parameter for what the operation does not know.</summary>
    UnknownMember,

    /// <summary>A parameter has one value.</summary>
    Repeated,

    /// <summary>The SDK writes bodies itself.</summary>
    NoBody,

    /// <summary>The SDK has no operation for what is no route.</summary>
    NoOperation,
}

public sealed class UnsayableException(Rule rule, string what) : Exception($"{rule}: {what}")
{
    public Rule Rule { get; } = rule;
}
