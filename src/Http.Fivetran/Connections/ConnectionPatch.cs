namespace Roster.Http.Fivetran.Connections;

/// <summary>What a request sets of a connection's settings. Null, absent and empty alike leave what is there.</summary>
internal sealed record ConnectionPatch(
    string? Schema,
    string? Table,
    string? SchemaPrefix,
    bool? Paused,
    bool? PauseAfterTrial,
    long? SyncFrequency,
    string? ScheduleType,
    string? NetworkingMethod,
    string? DataDelaySensitivity,
    long? DataDelayThreshold)
{
    private const int LongestText = 256;

    public static ConnectionPatch Read(Fields body)
    {
        var config = body.Object("config");
        return new(
            config is null ? null : Text(config, "schema"),
            config is null ? null : Text(config, "table"),
            config is null ? null : Text(config, "schema_prefix"),
            body.Flag("paused"),
            body.Flag("pause_after_trial"),
            Number(body, "sync_frequency", 1),
            Text(body, "schedule_type"),
            Text(body, "networking_method"),
            Text(body, "data_delay_sensitivity"),
            Number(body, "data_delay_threshold", 0));
    }

    public ConnectionSettings Apply(ConnectionSettings settings) => settings with
    {
        Schema = Schema ?? settings.Schema,
        Table = Table ?? settings.Table,
        SchemaPrefix = SchemaPrefix ?? settings.SchemaPrefix,
        Paused = Paused ?? settings.Paused,
        PauseAfterTrial = PauseAfterTrial ?? settings.PauseAfterTrial,
        SyncFrequency = SyncFrequency ?? settings.SyncFrequency,
        ScheduleType = ScheduleType ?? settings.ScheduleType,
        NetworkingMethod = NetworkingMethod ?? settings.NetworkingMethod,
        DataDelaySensitivity = DataDelaySensitivity ?? settings.DataDelaySensitivity,
        DataDelayThreshold = DataDelayThreshold ?? settings.DataDelayThreshold,
    };

    private static string? Text(Fields fields, string name)
    {
        var text = fields.Text(name);
        if (text?.Length > LongestText)
        {
            fields.Refuse(name, $"must be at most {LongestText} characters long");
        }
        else if (text is not (null or "") && string.IsNullOrWhiteSpace(text))
        {
            fields.Refuse(name, "must not be empty");
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static long? Number(Fields fields, string name, int least)
    {
        var number = fields.Integer(name);
        if (number < least || number > int.MaxValue)
        {
            fields.Refuse(name, $"must be a whole number from {least} to {int.MaxValue}");
        }

        return number;
    }
}
