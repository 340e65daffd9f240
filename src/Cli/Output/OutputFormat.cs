namespace Roster.Cli.Output;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>Aligned, with headings: for people, and what a terminal gets.</summary>
    Table,

    /// <summary>The same columns with a tab between them and no heading: what a pipe gets.</summary>
    Text,
    Json,
    Yaml,
    Csv,
}
