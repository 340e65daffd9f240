using Roster.Bench.Yardstick;

// What Roster is measured against, in the same run on the same machine:
//   http URL FILE      a bare Kestrel endpoint that answers the file's bytes to everything
//   sqlite FILE SECS   a tight loop of one-row SQLite transactions, synchronous=FULL; prints transactions a second
return args switch
{
    ["http", var url, var file] => await BareKestrel.RunAsync(url, file),
    ["sqlite", var file, var seconds] => SqliteLoop.Run(file, int.Parse(seconds)),
    _ => 2,
};
