using System.Text;
using Roster.Storage.Sql;
using Roster.Storage.Sql.Tables;

namespace Roster.Storage.Copying;

/// <summary>Where in a table something stands: the values of its key's columns.</summary>
internal static class RowKey
{
    public static SqlValue[] Of(Table table, ReadOnlySpan<byte> row)
    {
        var key = new SqlValue[table.Key.Length];
        var fields = new RowFields(row);
        fields.BeginRow();
        foreach (var column in table.Columns)
        {
            fields.TryRead(out var field);
            if (table.Key.IndexOf(column) is >= 0 and var place)
            {
                key[place] = column.Kind == ColumnKind.Text ? Encoding.UTF8.GetString(field) : RowForm.Number(field);
            }
        }

        return key;
    }
}
