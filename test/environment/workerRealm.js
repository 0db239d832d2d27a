'use strict';
// One realm for a jest worker: a plain V8 context, whose globals are as fast as Node's own. Jest's own context asks a proxy for
// each global, which takes some 80 times as long. Test files have the realm one after another.
const { constants, createContext } = require('node:vm');
const { installCommonGlobals } = require('jest-util');

/** Jest sets the first of these, the realm has its own of the next two, and reading the others warns. */
const notCopied = new Set([
  'jest-symbol-do-not-touch',
  'globalThis',
  'global',
  'localStorage',
  'sessionStorage',
]);

/** Node's own modules return these, so that a test must see the same ones. */
const sharedWithNode = { Buffer, ArrayBuffer, Uint8Array };

const isObject = (value) => value !== null && ['object', 'function'].includes(typeof value);

const isSame = (one, other) =>
  one !== undefined && ['value', 'get', 'set'].every((part) => Object.is(one[part], other[part]));

const realm = openRealm();
const namesAtFirst = Object.getOwnPropertyDescriptors(realm);
const builtInsAtFirst = describeBuiltIns();

function openRealm() {
  const context = createContext(constants.DONT_CONTEXTIFY); // cspell:ignore DONT
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(globalThis)))
    if (!Object.hasOwn(context, name) && !notCopied.has(name))
      Object.defineProperty(context, name, 'value' in descriptor ? descriptor : forward(context, name));
  Object.assign(context, sharedWithNode, { global: context });
  context.Error.stackTraceLimit = 100;
  installCommonGlobals(context, {}, 'off');
  return context;
}

/** Node reads some globals lazily, and only from its own global object. */
function forward(context, name) {
  return {
    configurable: true,
    enumerable: true,
    get: () => globalThis[name],
    set: (value) => Object.defineProperty(context, name, { configurable: true, writable: true, value }),
  };
}

/** Each test file has a `process` of its own: what it sets in `process.env` ends with it. */
function newProcess() {
  const made = { Symbol, Date };
  installCommonGlobals(made, {}, 'off');
  return made.process;
}

/** Every property of the language's own objects, by its owner. */
function describeBuiltIns() {
  const owners = new Map();
  for (const name of Object.getOwnPropertyNames(realm)) {
    const value = namesAtFirst[name]?.value;
    // reflect-metadata adds to Reflect, once for all.
    if (!/^[A-Z]/.test(name) || !isObject(value) || sharedWithNode[name] || name === 'Reflect') continue;
    owners.set(name, value);
    if (isObject(value.prototype)) owners.set(`${name}.prototype`, value.prototype);
  }
  return [...owners].map(([place, owner]) => ({
    place,
    owner,
    atFirst: Object.getOwnPropertyDescriptors(owner),
  }));
}

/** Puts the globals back. Throws where a test file leaves a built-in object changed, which the next would see. */
function restoreRealm() {
  restore(realm, namesAtFirst);
  const changed = builtInsAtFirst
    .flatMap(({ place, owner, atFirst }) => restore(owner, atFirst).map((name) => `${place}.${String(name)}`))
    // Jest's own, for the lines of the sources.
    .filter((name) => name !== 'Error.prepareStackTrace');
  if (changed.length > 0) throw new Error(`The test file leaves ${changed.join(', ')} changed: restore it.`);
}

/** Returns the names of what differed and could be put back. */
function restore(owner, atFirst) {
  const added = Reflect.ownKeys(owner).filter(
    (name) => !Object.hasOwn(atFirst, name) && Reflect.deleteProperty(owner, name),
  );
  const changed = Reflect.ownKeys(atFirst).filter(
    (name) => !isSame(Object.getOwnPropertyDescriptor(owner, name), atFirst[name]),
  );
  for (const name of changed) Object.defineProperty(owner, name, atFirst[name]);
  return [...added, ...changed];
}

module.exports = { realm, newProcess, restoreRealm };
