using Roster.Cli;

return await Run.AsRosterAsync(args);
