/** Loaded before the gateway's main: tells whoever started it what processor time and memory the process has used. */
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() }));
// The bench ends it.
process.channel?.unref();
