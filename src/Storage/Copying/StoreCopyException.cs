namespace Roster.Storage.Copying;

/// <summary>A copy cannot be begun or finished as things are; the message says what to do about it.</summary>
public sealed class StoreCopyException : Exception
{
    public StoreCopyException()
    {
    }

    public StoreCopyException(string message)
        : base(message)
    {
    }

    public StoreCopyException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
