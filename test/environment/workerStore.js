'use strict';
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Worker } = require('node:worker_threads');

let url;

/** Returns the URL of the worker's embedded store, and opens it for the first test file that asks. */
const workerStoreUrl = () => (url ??= openWorkerStore());

function openWorkerStore() {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-test-'));
  const thread = new Worker(join(__dirname, 'storeThread.js'), { workerData: { folder } });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // Jest renews a worker that has grown by a signal.
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(1));
  return new Promise((resolve, reject) => {
    thread.once('message', (opened) => {
      thread.unref();
      resolve(opened);
    });
    thread.once('error', reject);
  });
}

module.exports = { workerStoreUrl };
