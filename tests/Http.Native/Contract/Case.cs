namespace Roster.Tests.Http.Native.Contract;

/// <summary>One request in a fresh <see cref="World"/>, and the whole answer as <see cref="Shown"/> tells it.</summary>
/// <param name="Request">Method and target, with <c>{account}</c> for the account's id.</param>
public sealed record Case(string Name, string Request, string Answer)
{
    public string? Body { get; init; }

    /// <summary>What changes the world first.</summary>
    public Func<World, Task>? Before { get; init; }

    /// <summary>Who asks; the account's admin key unless it says so.</summary>
    public Func<World, Task<Knocking>>? By { get; init; }

    /// <summary>What another GET answers afterwards.</summary>
    public (string Target, string Answer)? Then { get; init; }

    public override string ToString() => Name;
}
