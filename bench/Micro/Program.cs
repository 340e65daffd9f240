using Roster.Bench.Micro;

return args switch
{
    ["access", .. var rest] => await AccessBench.RunAsync(
        users: rest.Length > 0 ? int.Parse(rest[0]) : 10_000, each: rest.Length > 1 ? int.Parse(rest[1]) : 10),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("usage: roster-micro access [users [memberships of each]]");
    return 2;
}
