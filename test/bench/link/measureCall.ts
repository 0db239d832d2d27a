import type { SignAndCheck } from './signAndCheck';

const callsInARound = 2_000;

/** Measures microseconds of processor time a call, other threads included: jose works on those of libuv. */
export async function measureCall(signAndCheck: SignAndCheck, bodyBytes: number): Promise<number> {
  const body = 'x'.repeat(bodyBytes);
  const before = process.cpuUsage();
  for (let i = 0; i < callsInARound; i++) await signAndCheck(body);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / callsInARound;
}
