import { setTimeout as pause } from 'node:timers/promises';
import { createLogger } from '../../../shared/logger/logger';
import { connectAttribution } from '../../../subgraphs/attribution/connectAttribution';
import { openAttribution } from '../../../subgraphs/attribution/openAttribution';
import { address, walletId } from '../../support/attributionCase';
import { callerOf } from '../../support/identities';
import { eventually } from '../../support/eventually';
import { fieldOf, openReceiver, type Received, watched } from '../../support/monitoringAsked';
import { openOwnStore, type TestStore } from '../../support/openTestStore';
import { randomDelays } from '../../support/randomDelays';
import { freePort, type RunningProcess, runEntry } from '../../support/runCordon';
import { crashIt } from '../../support/crashIt';

/** The number of kills of one of two monitors; `npm run test:crash` does more. */
const kills = Number(process.env['MONITOR_KILLS'] ?? 2);
jest.setTimeout(300_000 + kills * 20_000);

const analyst = callerOf('analyst');
const running: RunningProcess[] = [];
let store: TestStore;
beforeAll(async () => {
  store = await openOwnStore();
});
afterAll(async () => {
  await Promise.all(running.map((one) => one.ended('SIGKILL')));
  await store.close();
});

async function startMonitor(): Promise<RunningProcess> {
  return runEntry('subgraphs/attribution/main.js', [], {
    MONGODB_URL: store.mongoUrl,
    CORDON_DATABASE_PREFIX: store.databasePrefix,
    CORDON_LINK_SECRET: 'a secret of this test run, more than 32 characters',
    PORT: String(await freePort()),
  });
}

crashIt(
  'of two monitors, killed in turn at any moment, each change is one alert, and each alert comes to its receiver',
  async () => {
    const delay = randomDelays('monitorKill');
    // Some calls fail, some are answered and not noted before the kill.
    let calls = 0;
    const receiver = await openReceiver(() => (++calls % 3 === 0 ? 503 : 204));
    const options = {
      mongoUrl: store.mongoUrl,
      databasePrefix: store.databasePrefix,
      logger: createLogger('attribution', 'silent'),
    };
    const setUp = await openAttribution(options);
    const watch = await watched(setUp, { key: 'w', wallet: address(1) }, analyst);
    const { webhook } = await fieldOf<{ webhook: { id: string } }>(
      setUp,
      {
        query:
          'mutation($input: RegisterWebhookInput!) { registerWebhook(input: $input) { webhook { id } } }',
        variables: { input: { url: receiver.url } },
        field: 'registerWebhook',
      },
      analyst,
    );
    await setUp.close();

    const { connection, records } = await connectAttribution(options);
    let said = 0;
    const say = () => records.attributions.create(statement(++said));
    running.push(await startMonitor(), await startMonitor());
    await say();
    await eventually(() => Promise.resolve(receiver.calls.length > 0));
    for (let kill = 0; kill < kills; kill++) {
      await say();
      await pause(delay(900));
      await say();
      await pause(delay(300));
      await running[kill % 2]?.ended('SIGKILL');
      running[kill % 2] = await startMonitor();
    }

    const deliveryIds = () => new Set(receiver.calls.map(deliveryOf));
    const seen = await eventually(async () => {
      const alerts = await records.alerts.find({ watchId: watch }).sort({ number: 1 }).lean();
      const added = alerts.flatMap(({ changes }) =>
        changes.flatMap(({ change, after }) => (change === 'ADDED' ? [after?.id] : [])),
      );
      const sent = await records.deliveries.countDocuments({ status: 'DELIVERED' });
      return added.length >= said && sent === alerts.length ? { alerts, added } : null;
    });
    expect(seen.alerts.map(({ number }) => number)).toEqual(seen.alerts.map((_, n) => n + 1));
    expect(seen.added).toHaveLength(said);
    expect(new Set(seen.added).size).toBe(said);
    expect([...deliveryIds()].sort()).toEqual(
      seen.alerts.map(({ number }) => `${webhook.id}:${number}`).sort(),
    );
    // A delivery that comes again under an id is equal to the first.
    const bodies = new Set(receiver.calls.map((call) => `${deliveryOf(call)} ${call.body}`));
    expect(bodies.size).toBe(seen.alerts.length);
    await connection.close();
    await receiver.close();
  },
);

const deliveryOf = ({ headers }: Received) => String(headers['cordon-delivery-id']);

/** Somebody says of the watched wallet that it is somebody's: one change. */
const statement = (n: number) => ({
  _id: `said ${n}`,
  walletId: walletId(1),
  matchKey: `eip155:${address(1)}`,
  actorId: `graphsense:a${n}`,
  stance: 'ASSERTS' as const,
  confidenceId: 'forensic_investigation',
  confidence: 70,
  method: 'by hand',
  knownSince: new Date(),
  illustrative: false,
  source: { id: `s${n}`, title: 'S', publisher: null, publishedOn: null, url: null, quote: null },
});
