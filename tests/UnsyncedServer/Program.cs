using Roster.Storage.Sqlite;
using Roster.Testing;
using Roster.Testing.Stores;

// The real server but for one thing: it answers before anything is on the disk. Tests of durability must find it out.
await using var server = await RosterServer.StartAsync(new ServerOptions { Engine = TestEngine.Sqlite, Synchronous = SqliteSynchronous.Off });
Console.WriteLine($"Now listening on: http://127.0.0.1:{server.Port}");
await Task.Delay(Timeout.Infinite);
