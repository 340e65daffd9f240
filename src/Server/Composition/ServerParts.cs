namespace Roster.Server.Composition;

/// <summary>What tests of a whole server choose, and nobody else.</summary>
/// <param name="Clock">The time that everything goes by.</param>
/// <param name="Drain">How long the server goes on answering once it is told to stop.</param>
/// <param name="More">Adds to the services, or replaces some.</param>
internal sealed record ServerParts(TimeProvider Clock, TimeSpan Drain, Action<IServiceCollection>? More = null)
{
    public static readonly ServerParts Default = new(TimeProvider.System, TimeSpan.FromMilliseconds(500));
}
