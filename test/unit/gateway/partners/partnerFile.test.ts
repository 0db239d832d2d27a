import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPartnerFile } from '../../../../gateway/partners/partnerFile';

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'cordon-partners-'));
});
afterAll(() => rmSync(room, { recursive: true }));

const read = (text: string) => {
  const file = join(room, 'partners.yaml');
  writeFileSync(file, text);
  return readPartnerFile(file).value;
};

const whole = `version: 1
partners:
  - client: meridian-exchange
    venue: meridian
    scopes: ["enforcement:read"]
    contract: { exclude: [internal] }
    operations: { mode: required, manifest: meridian-operations.json }
    limits: { requestsPerMinute: 600, costPerOperation: 5000, costPerHour: 1000000, depth: 10 }
    networks: ["10.0.0.0/8", "::1/128", "192.0.2.7"]
  - { client: kestrel-desk, venue: kestrel, scopes: [] }
`;

it('reads the whole form, and what needs to be there only', () => {
  const [meridian, kestrel] = read(whole).partners;
  expect(meridian).toMatchObject({ contract: { exclude: ['internal'] }, limits: { depth: 10 } });
  expect(kestrel).toEqual({ client: 'kestrel-desk', venue: 'kestrel', scopes: [] });
});

it.each([
  [
    'a second document: nothing of it would be read',
    'version: 1',
    'version: 1\npartners: []\n---\nversion: 1',
    /partners\.yaml:\d+: .*multiple documents/,
  ],
  [
    'an unknown mode',
    'mode: required',
    'mode: perhaps',
    /partners\.yaml:7: partners\.0\.operations\.mode: required, preferred or off/,
  ],
  [
    'an unknown field',
    'venue: meridian',
    'venu: meridian',
    /partners\.yaml:4: partners\.0\.venu: unknown field/,
  ],
  [
    'a field that is absent',
    '    venue: meridian\n',
    '',
    /partners\.yaml:3: partners\.0\.venue: a text is expected/,
  ],
  [
    'a limit of nothing',
    'requestsPerMinute: 600',
    'requestsPerMinute: 0',
    /partners\.yaml:8: partners\.0\.limits\.requestsPerMinute: .*above 0/,
  ],
  [
    'a network that is none',
    '"10.0.0.0/8"',
    '"10.0.0.0/33"',
    /partners\.yaml:9: partners\.0\.networks\.0: a network in CIDR/,
  ],
  [
    'a contract of both kinds',
    '{ exclude: [internal] }',
    '{ exclude: [internal], include: [a] }',
    /partners\.yaml:6: partners\.0\.contract: either/,
  ],
  [
    'required operations without a list',
    ', manifest: meridian-operations.json',
    '',
    /partners\.yaml:7: .*manifest is expected/,
  ],
  [
    'one client twice',
    'kestrel-desk',
    'meridian-exchange',
    /partners\.yaml:10: partners\.1\.client: .*twice/,
  ],
  ['another version', 'version: 1', 'version: 2', /partners\.yaml:1: version: version 1 is expected/],
  ['no YAML', 'partners:', 'partners: [', /partners\.yaml:\d+: /],
])('%s is rejected with its line', (_what, from, to, says) => {
  expect(whole.split(from).length).toBeGreaterThan(1);
  expect(() => read(whole.replace(from, to))).toThrow(says);
});

it('names every problem at once', () => {
  const wrong = whole
    .replace('mode: required', 'mode: perhaps')
    .replace('requestsPerMinute: 600', 'requestsPerMinute: -1');
  expect(() => read(wrong)).toThrow(/:7: .*\n.*:8: /);
});

it('a missing file', () => {
  expect(() => readPartnerFile(join(room, 'none.yaml'))).toThrow(/none\.yaml: no such file/);
});
