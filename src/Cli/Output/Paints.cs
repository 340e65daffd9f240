namespace Roster.Cli.Output;

/// <summary>The few looks that the program uses, by their numbers on a terminal.</summary>
internal enum Paints
{
    Bold = 1,
    Faint = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
}
