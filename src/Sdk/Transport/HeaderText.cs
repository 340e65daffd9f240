namespace Roster.Sdk.Transport;

internal static class HeaderText
{
    /// <summary>The value itself. One that is no header's, as a key with a line break at its end, is refused before anything is sent, and not repeated in the message.</summary>
    public static string Checked(string value, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        return value.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw new ArgumentException("Only visible ASCII characters and spaces can be sent.", name)
            : value;
    }
}
