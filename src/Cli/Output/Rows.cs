namespace Roster.Cli.Output;

/// <summary>Writes items one after the other, in one format.</summary>
internal interface IRows
{
    void Add(IReadOnlyList<object?> values);

    /// <summary>So that who follows sees what has been added.</summary>
    void Flush();

    /// <summary>After the last.</summary>
    void End();
}
