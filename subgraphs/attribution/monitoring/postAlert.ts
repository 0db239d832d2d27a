import { lookup as resolve, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import type { Attempt } from './webhook.record';
import { monitoringPolicy } from './monitoringPolicy';
import { signatureHeaders } from './signature.rules';
import { addressProblem, type AllowedTargets, targetProblem } from './webhookTarget.rules';

export interface Call {
  readonly url: string;
  readonly secret: string;
  /** The same however often it is sent. */
  readonly deliveryId: string;
  readonly body: string;
  readonly allowed: AllowedTargets;
}

/** Makes the calls of webhooks: each signed, with a deadline, to where they may go, and not on from there. */
export interface AlertPost {
  /** Makes one call. A failure is the attempt's error; throws where `signal` ended it. */
  send(call: Call, signal: AbortSignal): Promise<Attempt>;
  close(): Promise<void>;
}

export function openAlertPost(): AlertPost {
  const agents = new Map<string, Agent>();
  const agentFor = (allowed: AllowedTargets) => {
    const key = JSON.stringify(allowed);
    const agent = agents.get(key) ?? agentOf(allowed);
    agents.set(key, agent);
    return agent;
  };
  return {
    send: (call, signal) => send(call, agentFor(call.allowed), signal),
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}

/**
 * Checks the address of a name at the moment of connecting, so that it cannot mean another address
 * afterwards.
 */
function agentOf(allowed: AllowedTargets): Agent {
  const lookup: LookupFunction = (host, options, answer) => {
    resolve(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) {
        answer(error, '', 0);
        return;
      }
      const problem = addresses.map(({ address }) => addressProblem(address, allowed)).find(Boolean);
      const [first] = addresses;
      if (problem || !first) answer(new Error(problem ?? `${host} has no address`), '', 0);
      else if (options.all) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
  const { deliveryDeadlineMs } = monitoringPolicy;
  return new Agent({
    connect: { lookup, timeout: deliveryDeadlineMs },
    headersTimeout: deliveryDeadlineMs,
    bodyTimeout: deliveryDeadlineMs,
    // A receiver that restarts must not be met by a dead connection.
    pipelining: 0,
  });
}

async function send(call: Call, agent: Agent, ending: AbortSignal): Promise<Attempt> {
  const at = new Date();
  // Checked again at each call: the allowed networks may have changed since it was registered.
  const problem = targetProblem(call.url, call.allowed);
  if (problem) return { at, status: null, error: problem };
  const deadline = AbortSignal.timeout(monitoringPolicy.deliveryDeadlineMs);
  try {
    const { origin, pathname, search } = new URL(call.url);
    // undici's request follows no redirect by itself: a 3xx is no success.
    const answer = await agent.request({
      origin,
      path: `${pathname}${search}`,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'cordon-webhooks',
        ...signatureHeaders(call.secret, { deliveryId: call.deliveryId, at, body: call.body }),
      },
      body: call.body,
      signal: AbortSignal.any([ending, deadline]),
    });
    // The body of a receiver's answer is not read.
    await answer.body.dump({ limit: 64 * 1024 }).catch(() => undefined);
    return { at, status: answer.statusCode, error: null };
  } catch (error) {
    ending.throwIfAborted();
    return { at, status: null, error: deadline.aborted ? 'no answer in time' : messageOf(error) };
  }
}

const maxErrorLength = 300;

function messageOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return (message || code || 'the call failed').slice(0, maxErrorLength);
}
