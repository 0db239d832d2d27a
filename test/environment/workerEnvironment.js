'use strict';
// Jest loads this file once in a worker. Its test files share the realm, the packages (packagesRuntime.js) and the store.
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');
const { newProcess, realm, restoreRealm } = require('./workerRealm');
const { workerStoreUrl } = require('./workerStore');

class WorkerEnvironment {
  constructor({ projectConfig }) {
    this.global = realm;
    realm.process = newProcess();
    realm.workerStoreUrl = workerStoreUrl;
    this.moduleMocker = new ModuleMocker(realm);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: realm });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern?.dispose();
    this.fakeTimersModern = null;
    restoreRealm();
  }

  getVmContext() {
    return realm;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
}

module.exports = WorkerEnvironment;
