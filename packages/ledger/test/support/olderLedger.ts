/**
 * The output of the ledger's form before signed notes, byte for byte. It has five events, the checkpoint over
 * them (key `'7'.repeat(64)`), the peaks that were stored with it, and a proof of event 3. The leaves of its
 * tree are the events' hashes as they stand.
 */
export const olderLines = [
  '{"approvals":[],"happenedAt":"2024-01-01T00:00:00.000Z","key":"k1","maker":"tester","payload":{"n":"1"},"previousHash":"0000000000000000000000000000000000000000000000000000000000000000","recordedAt":"2024-02-01T00:00:00.000Z","sequence":1,"type":"NOTED","hash":"b742f81ed22d8ae76037a94a683f8d165036d0b019748db246cd9a298adfb9e5"}',
  '{"approvals":[],"happenedAt":"2024-01-01T00:00:00.000Z","key":null,"maker":"tester","payload":{"n":"2"},"previousHash":"b742f81ed22d8ae76037a94a683f8d165036d0b019748db246cd9a298adfb9e5","recordedAt":"2024-02-02T00:00:00.000Z","sequence":2,"type":"NOTED","hash":"1827d8615f2b5211de3a4e904f83b83abca4f85e3484e46056512739da0e5874"}',
  '{"approvals":[],"happenedAt":"2024-01-01T00:00:00.000Z","key":"k3","maker":"tester","payload":{"n":"3"},"previousHash":"1827d8615f2b5211de3a4e904f83b83abca4f85e3484e46056512739da0e5874","recordedAt":"2024-02-03T00:00:00.000Z","sequence":3,"type":"NOTED","hash":"4785253d6834d279b28977a1d3f5db4047d8ba5fcea15a8db013234c90c00a78"}',
  '{"approvals":[],"happenedAt":"2024-01-01T00:00:00.000Z","key":null,"maker":"tester","payload":{"n":"4"},"previousHash":"4785253d6834d279b28977a1d3f5db4047d8ba5fcea15a8db013234c90c00a78","recordedAt":"2024-02-04T00:00:00.000Z","sequence":4,"type":"NOTED","hash":"2bdd6c188504a6138ecfd6982f5650f39d232af736785faf96d4bd160c409a06"}',
  '{"approvals":[],"happenedAt":"2024-01-01T00:00:00.000Z","key":"k5","maker":"tester","payload":{"n":"5"},"previousHash":"2bdd6c188504a6138ecfd6982f5650f39d232af736785faf96d4bd160c409a06","recordedAt":"2024-02-05T00:00:00.000Z","sequence":5,"type":"NOTED","hash":"64ece9533589bf268d4cb91408e692627b384892ecfd36525bcf2a1bac1232e0"}',
];

export const olderCheckpoint =
  '{"at":"2024-03-01T00:00:00.000Z","form":"cordon-ledger-checkpoint/1","hash":"64ece9533589bf268d4cb91408e692627b384892ecfd36525bcf2a1bac1232e0","keyId":"xIdtyZ0znKHjQMLOhPv69Y3qDdNTzCTbEzWVtJAi4s4","ledger":"tested","root":"d55d6664aef32b18c2bf8cf3edcff94165c9eb6404bb9459046792afceaa3761","sequence":5,"signature":"JS5JFGYJvLz-zVXPkZxieTZMqvdkgsAC5p9hkVDKsnBmd6w8ASrjmX_GvHU9J6fC7S2wwB1IN823laxyLhdLAQ"}';

export const olderPeaks = [
  '64ece9533589bf268d4cb91408e692627b384892ecfd36525bcf2a1bac1232e0',
  null,
  'f1aa2d5813ddaf5918ed90011dca406514214c6271b012e09a45393761ea67d1',
];

export const olderProof = {
  form: 'cordon-ledger-proof/1',
  event: olderLines[2]!,
  path: [
    '2bdd6c188504a6138ecfd6982f5650f39d232af736785faf96d4bd160c409a06',
    '19278f4b56521e236f627b67cbe596464eb540a711032dd2336e49dc23e08c71',
    '64ece9533589bf268d4cb91408e692627b384892ecfd36525bcf2a1bac1232e0',
  ],
  checkpoint: olderCheckpoint,
} as const;
