return await Roster.Server.Composition.Starting.RunAsync(args);
