import { flagshipActor, flagshipQuery } from '../../../cli/start/flagship';
import { eventually } from '../../support/eventually';
import { type Fleet, startFleet, subgraphNames } from '../../support/fleet';
import { type CollectedSpan, startCollector } from '../../support/traceCollector';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const clientSpan = 'b7ad6b7169203331';

let collector: Awaited<ReturnType<typeof startCollector>>;
let fleet: Fleet;
beforeAll(async () => {
  collector = await startCollector();
  fleet = await startFleet({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=trial',
  });
});
afterAll(async () => {
  await fleet.close();
  collector.close();
});

const ofTrace = () => collector.spans.filter((span) => span.traceId === traceId);

/** The services from a span to the client that asked. */
function ancestry(span: CollectedSpan | undefined): readonly string[] {
  if (!span) return [];
  const parent = ofTrace().find(({ spanId }) => spanId === span.parentSpanId);
  return [span.service, ...ancestry(parent)];
}

const pathsOf = (spans: readonly CollectedSpan[]) => new Set(spans.map((span) => ancestry(span).join(' < ')));

const isCommand = ({ attributes }: CollectedSpan) => attributes['db.system.name'] === 'mongodb';

it('one trace goes from the client through the gateway and each subgraph to the store', async () => {
  const token = await fleet.token('--role', 'analyst', '--subject', 'somebody@desk.example');
  const response = await fetch(`${fleet.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      traceparent: `00-${traceId}-${clientSpan}-01`,
      'x-request-id': 'traced-1',
    },
    body: JSON.stringify({ query: flagshipQuery, variables: { actor: flagshipActor } }),
  });
  expect(((await response.json()) as { errors?: unknown }).errors).toBeUndefined();
  // The operation in the subgraph, the call, the request; and of those that do not answer from memory, a command.
  const calls = subgraphNames.map((name) => `${name} < gateway < gateway`);
  const commands = ['attribution', 'enforcement'].map((name) => `${name} < ${name} < gateway < gateway`);
  // Each process sends its spans in its own time.
  await eventually(() => {
    const [paths, ofCommands] = [pathsOf(ofTrace()), pathsOf(ofTrace().filter(isCommand))];
    return (
      calls.every((path) => paths.has(path)) &&
      [...commands, 'gateway < gateway'].every((path) => ofCommands.has(path))
    );
  });
  expect(new Set(ofTrace().map(({ service }) => service))).toEqual(new Set(['gateway', ...subgraphNames]));

  const [root, ...others] = ofTrace().filter(({ parentSpanId }) => parentSpanId === clientSpan);
  expect(others).toEqual([]);
  expect(root).toMatchObject({ service: 'gateway', name: 'query FrozenAccountsTracedTo' });
  expect(root?.attributes).toMatchObject({
    'cordon.request_id': 'traced-1',
    'graphql.operation.type': 'query',
    'http.response.status_code': 200,
  });
  expect(Number(root?.attributes['cordon.calls'])).toBeGreaterThan(3);
});

it('no span has a token, a variable or the name of a person', () => {
  expect(collector.text()).not.toMatch(/eyJ|somebody|Bearer/);
  expect(collector.text()).not.toContain(flagshipActor);
});
