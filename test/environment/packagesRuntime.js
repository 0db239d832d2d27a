'use strict';
// Loads installed packages (Apollo, mongoose, graphql, …) once in a worker, and Cordon's own modules anew for each test file.
const { isBuiltin } = require('node:module');
const { ModuleMocker } = require('jest-mock');
const Runtime = require('jest-runtime').default;
const { realm } = require('./workerRealm');

/** Outlives the test files: a package may load a part of itself later. */
const packagesEnvironment = {
  global: realm,
  moduleMocker: new ModuleMocker(realm),
  fakeTimers: null,
  fakeTimersModern: null,
  getVmContext: () => realm,
  exportConditions: () => ['node', 'node-addons'],
};

let packages;

const isPackage = (name) =>
  name !== undefined && !/^[./]/.test(name) && !name.startsWith('@cordon/') && !isBuiltin(name);

class PackagesRuntime extends Runtime {
  constructor(config, environment, ...others) {
    super(config, environment, ...others);
    packages ??= new Runtime(config, packagesEnvironment, ...others);
  }

  requireModule(from, name, options, isActual) {
    if (isPackage(name) && !options?.isInternalModule) return packages.requireModule(from, name);
    return super.requireModule(from, name, options, isActual);
  }
}

module.exports = PackagesRuntime;
