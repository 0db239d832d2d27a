import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';

/**
 * Loaded before the gateway's main. Sends the parent the processor time and memory of the process. `profile`
 * starts a processor profile; a file's name ends it and writes it there.
 */
const session = new Session();

process.on('message', (asked: string) => {
  if (asked === 'usage') process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() });
  else if (asked === 'profile') startProfile();
  else session.post('Profiler.stop', (_error, { profile }) => writeFileSync(asked, JSON.stringify(profile)));
});
// The bench ends it.
process.channel?.unref();

function startProfile(): void {
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 200 });
  session.post('Profiler.start');
}
