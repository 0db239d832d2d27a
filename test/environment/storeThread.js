'use strict';
// A thread of its own, so that an open store keeps no worker alive. The package is the built one: threads run JavaScript.
const { parentPort, workerData } = require('node:worker_threads');
const { openStore } = require('@cordon/embedded-mongo');

openStore({ folder: workerData.folder }).then(({ url }) => parentPort.postMessage(url));
