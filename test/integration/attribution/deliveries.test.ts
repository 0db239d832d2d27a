import { createLogger } from '../../../shared/logger/logger';
import type { AlertRecord } from '../../../subgraphs/attribution/monitoring/alert.record';
import { alertStore } from '../../../subgraphs/attribution/monitoring/alert.store';
import { Deliverer } from '../../../subgraphs/attribution/monitoring/deliver';
import { deliveryStore } from '../../../subgraphs/attribution/monitoring/delivery.store';
import { openAlertPost } from '../../../subgraphs/attribution/monitoring/postAlert';
import { watchStore } from '../../../subgraphs/attribution/monitoring/watch.store';
import { webhookStore } from '../../../subgraphs/attribution/monitoring/webhook.store';
import { connectAttribution } from '../../../subgraphs/attribution/connectAttribution';
import { openTestStore, type TestStore } from '../../support/openTestStore';

jest.mock('node:dns', () => ({
  ...jest.requireActual<object>('node:dns'),
  // Somebody's name server, who has changed his mind.
  lookup: (_: string, __: object, answer: (error: null, addresses: object[]) => void) => {
    answer(null, [{ address: '10.1.2.3', family: 4 }]);
  },
}));

const nothing = { findings: [], completeness: {} };
const at = new Date('2024-01-01T00:00:00Z');

describe('monitoring, step by step', () => {
  let store: TestStore;
  let opened: Awaited<ReturnType<typeof connectAttribution>>;
  beforeAll(async () => {
    store = await openTestStore();
    opened = await connectAttribution(store);
  });
  afterAll(async () => {
    await opened.connection.close();
    await store.close();
  });

  it('comes to every watch, however many there are and however often something arrives', async () => {
    const watches = watchStore(opened.records.watches);
    const ids = Array.from({ length: 120 }, (_, n) => `house:${String(n).padStart(3, '0')}`);
    for (const _id of ids)
      await watches.add({
        _id,
        feed: 'house',
        tenant: null,
        subjectKind: 'WALLET',
        subjectId: 'eip155:1:0x0000000000000000000000000000000000000001',
        label: 'w',
        createdAt: at,
        createdBy: 'ada',
        endedAt: null,
        baseline: nothing,
        baselineSeq: 0,
        checked: 'news 0',
        checkedAt: at,
      });
    const seen = new Set<string>();
    for (let news = 1; news <= 3; news++) {
      for (const { _id } of await watches.due(`news ${news}`, [])) {
        seen.add(_id);
        await watches.noteChecked(_id, `news ${news}`, new Date(at.getTime() + news));
      }
    }
    expect([...seen].sort()).toEqual(ids);
  });

  it('sends nothing more to a webhook that is ended between two calls', async () => {
    const { webhooks: records, deliveries: sent, alerts: raised } = opened.records;
    const [webhooks, deliveries, alerts] = [webhookStore(records), deliveryStore(sent), alertStore(raised)];
    await webhooks.add({
      _id: 'hook',
      feed: 'house',
      url: 'https://receiver.example/',
      secret: 's',
      createdAt: at,
      createdBy: 'ada',
      endedAt: null,
      cursor: 0,
    });
    for (const n of [1, 2, 3]) expect(await alerts.append(alertOf(n))).toBe(true);
    const calls: string[] = [];
    const deliverer = new Deliverer({
      webhooks,
      deliveries,
      alerts,
      allowedTo: () => ({ loopback: false, privateNetworks: false }),
      logger: createLogger('attribution', 'silent'),
      post: {
        async send({ deliveryId }) {
          calls.push(deliveryId);
          await webhooks.end('hook', 'house', new Date());
          await deliveries.cancel('hook');
          return { at: new Date(), status: 204, error: null };
        },
        close: async () => undefined,
      },
    });
    await deliverer.run(async () => true);
    await deliverer.close();
    expect(calls).toEqual(['hook:1']);
    expect((await deliveries.page('hook', null, 10)).map(({ status }) => status)).not.toContain('PENDING');
  });

  it('makes no call to a name that means a private address, and does not say which', async () => {
    const post = openAlertPost();
    const call = {
      url: 'https://receiver.example/',
      secret: 's',
      deliveryId: 'd',
      body: '{}',
      allowed: { loopback: false, privateNetworks: false },
    };
    const { status, error } = await post.send(call, new AbortController().signal);
    expect(status).toBeNull();
    expect(error).toMatch(/public internet/);
    expect(error).not.toMatch(/10\.1\.2\.3/);
    await post.close();
  });
});

const alertOf = (revision: number): Omit<AlertRecord, 'number'> => ({
  _id: `house:000:${revision}`,
  watchId: 'house:000',
  revision,
  feed: 'house',
  at,
  subjectKind: 'WALLET',
  subjectId: 'eip155:1:0x0000000000000000000000000000000000000001',
  label: 'w',
  seqBefore: 0,
  seq: 0,
  changes: [],
  state: nothing,
});
