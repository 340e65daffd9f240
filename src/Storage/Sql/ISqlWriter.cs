namespace Roster.Storage.Sql;

/// <summary>Statements of one transaction, in their order. They answer nothing, so that an engine may send them together.</summary>
internal interface ISqlWriter
{
    void Write(string text, params ReadOnlySpan<SqlValue> values);

    /// <summary>The statement must meet exactly one row; else the transaction fails, here or when it is sent.</summary>
    void WriteOne(string text, params ReadOnlySpan<SqlValue> values);
}
