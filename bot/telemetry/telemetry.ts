import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { createMeasure, type Measure } from './measure.ts';

export type TelemetrySettings = {
  /** Loopback port of the Prometheus page `/metrics`; 0 takes any. */
  readonly metricsPort?: number;
  /** Base address of an OTLP/HTTP collector, e.g. http://127.0.0.1:4318. */
  readonly otlpEndpoint?: string;
};

export type Telemetry = {
  readonly measure: Measure;
  /** Sends what is left and ends. Never rejects: a collector that is away must not hold a server up. */
  readonly close: () => Promise<void>;
};

const EVERY_MS = 60_000;
const CLOSING_MS = 3_000;
/** Of traces; figures count everything. */
const SHARE_OF_TRACES = 0.1;

/**
 * Figures to whoever is set to take them: Prometheus reads on loopback, a collector gets OTLP (Azure Monitor takes it
 * through one). Without either nothing is measured. Sending happens in the background, off every answer's path.
 * @param instance tells instances apart.
 */
export async function startTelemetry(
  { metricsPort, otlpEndpoint }: TelemetrySettings,
  instance: string,
): Promise<Telemetry | undefined> {
  if (metricsPort === undefined && otlpEndpoint === undefined) return undefined;
  const resource = resourceFromAttributes({ 'service.name': 'fardplan', 'service.instance.id': instance });
  const prometheus =
    metricsPort === undefined
      ? undefined
      : new PrometheusExporter({ host: '127.0.0.1', port: metricsPort, preventServerStart: true });
  const base = otlpEndpoint?.replace(/\/+$/, '');
  const meters = new MeterProvider({
    resource,
    readers: [
      ...(prometheus ? [prometheus] : []),
      ...(base
        ? [
            new PeriodicExportingMetricReader({
              exporter: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
              exportIntervalMillis: EVERY_MS,
            }),
          ]
        : []),
    ],
  });
  const tracers = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(SHARE_OF_TRACES) }),
    spanProcessors: base
      ? [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${base}/v1/traces` }) })]
      : [],
  });
  if (base) context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  await prometheus?.startServer();
  return {
    measure: createMeasure({ meter: meters.getMeter('fardplan'), tracer: tracers.getTracer('fardplan') }),
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS).unref());
      await Promise.race([Promise.allSettled([meters.shutdown(), tracers.shutdown()]), late]);
      context.disable();
    },
  };
}
