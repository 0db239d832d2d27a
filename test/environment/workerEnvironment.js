'use strict';
// Jest loads this file once in a worker, outside of the sandbox of a test file: what it keeps, all files of the worker share.
const { rmSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Worker } = require('node:worker_threads');
const { TestEnvironment } = require('jest-environment-node');

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

class WorkerEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.workerStoreUrl = workerStoreUrl;
  }
}

module.exports = WorkerEnvironment;
