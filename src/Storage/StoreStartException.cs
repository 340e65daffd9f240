namespace Roster.Storage;

/// <summary>A store cannot be opened as it is; the message says what to do about it.</summary>
public sealed class StoreStartException : Exception
{
    public StoreStartException()
    {
    }

    public StoreStartException(string message)
        : base(message)
    {
    }

    public StoreStartException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
