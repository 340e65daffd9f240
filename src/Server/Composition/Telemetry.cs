using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Roster.Http;

namespace Roster.Server.Composition;

/// <summary>Metrics and traces for a collector, where OpenTelemetry's own variables name one. Without it nothing is measured.</summary>
internal sealed class Telemetry : IDisposable
{
    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    private readonly MeterProvider _metrics;
    private readonly TracerProvider _traces;

    public Telemetry()
    {
        var resource = ResourceBuilder.CreateDefault().AddService("roster", serviceVersion: Version).AddEnvironmentVariableDetector();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Measures.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter()
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore")
            .AddOtlpExporter()
            .Build();
    }

    private static string? Version => typeof(Telemetry).Assembly.GetName().Version?.ToString(3);

    public static bool IsConfigured(IConfiguration configuration) =>
        Array.Exists(Endpoints, name => !string.IsNullOrEmpty(configuration[name]));

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }
}
