import { Agent, request } from 'node:http';
import { once } from 'node:events';
import { eventually } from '../../../support/eventually';
import { type GatewayUp, gatewayUp } from '../../../support/gatewayUp';

async function get(up: GatewayUp, path: string, agent?: Agent) {
  const asked = request(`${up.url}${path}`, { ...(agent ? { agent } : {}) }).end();
  const [response] = (await once(asked, 'response')) as [
    NodeJS.ReadableStream & { statusCode: number; headers: Record<string, string | undefined> },
  ];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, connection: response.headers['connection'], text };
}

it('says that it is not ready first, answers on for a while, and closes connections with their answers', async () => {
  const up = await gatewayUp({ shutdownDelayMs: 3_000 });
  const agent = new Agent({ keepAlive: true });
  expect(await get(up, '/health/ready', agent)).toMatchObject({ status: 200, connection: 'keep-alive' });
  const closed = up.gateway.close();
  await eventually(async () => (await get(up, '/health/ready')).status === 503);
  expect((await get(up, '/health/ready')).text).toBe('{"ready":false,"draining":true}');
  expect((await get(up, '/health/live', agent)).connection).toBe('close');
  expect((await up.ask('{ actor(id: "a") { name } }')).data).toEqual({ actor: { name: 'Alpha' } });
  await closed;
  await expect(fetch(`${up.url}/health/live`)).rejects.toThrow();
  agent.destroy();
  await up.close();
});

it('waits for no idle connection', async () => {
  const up = await gatewayUp();
  const agent = new Agent({ keepAlive: true });
  await get(up, '/health/live', agent);
  const [socket] = Object.values(agent.freeSockets)[0] ?? [];
  const ended = socket && once(socket, 'close');
  await up.gateway.close();
  await ended;
  agent.destroy();
  await up.close();
});
