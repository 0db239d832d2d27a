import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { startFleet } from '../../support/fleet';
import { sdnRow } from '../../support/listFolder';
import { runCommand } from '../../support/runCommand';
import { ask, pause, runEntry, temporaryFolder } from '../../support/runCordon';

const maxBytes = 12_000_000;
const settings = { CORDON_UPLOAD_MAX_BYTES: String(maxBytes), CORDON_LOG_LEVEL: 'info' };

interface Up {
  readonly url: string;
  token(role: string, subject: string, venue?: string): Promise<string>;
  close(): Promise<void>;
}

const tokenArguments = (role: string, subject: string, venue?: string) => [
  ...['--role', role, '--subject', subject],
  ...(venue === undefined ? [] : ['--venue', venue]),
];

async function inOneProcess(): Promise<Up> {
  const folder = temporaryFolder();
  const env = { CORDON_DATA_DIR: folder.path, ...settings };
  const server = runEntry('cli/bin.js', ['start'], { PORT: '0', CORDON_CASE: 'none', ...env });
  const url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
  return {
    url,
    token: async (...of) => (await runCommand(['token', ...tokenArguments(...of)], env)).stdout.trim(),
    async close() {
      await server.ended('SIGTERM');
      folder.remove();
    },
  };
}

async function inFleet(): Promise<Up> {
  const fleet = await startFleet(settings);
  const publisher = runEntry('cli/bin.js', ['list', 'publish'], fleet.environment);
  return {
    url: fleet.url,
    token: (...of) => fleet.token(...tokenArguments(...of)),
    async close() {
      await publisher.ended('SIGTERM');
      await fleet.close();
    },
  };
}

describe.each([
  ['one process', inOneProcess],
  ['a fleet', inFleet],
])('uploads, in %s', (_where, open) => {
  let up: Up;
  let analyst: string;
  let approver: string;
  beforeAll(async () => {
    up = await open();
    [analyst, approver] = await Promise.all([up.token('analyst', 'ana'), up.token('approver', 'bo')]);
  });
  afterAll(() => up.close());

  type Files = Readonly<Record<string, string | Buffer>>;

  async function post(path: string, files: Files, token = analyst) {
    const body = new FormData();
    for (const [name, content] of Object.entries(files)) body.append('file', new Blob([content]), name);
    const response = await fetch(`${up.url}/uploads/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      body,
    });
    return { status: response.status, ...((await response.json()) as UploadAnswer) };
  }
  interface UploadAnswer {
    readonly upload?: string;
    readonly files?: readonly object[];
    readonly errors?: Fault[];
  }
  interface Fault {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }

  const settled = async (kind: 'list' | 'transfer', id: string, token = analyst) => {
    const fields =
      kind === 'list'
        ? 'format digest decidedBy reports { list version entries added removed }'
        : 'report { read stored duplicates quarantined }';
    const query = `query($id: ID!) { upload: ${kind}Upload(id: $id) { id state problem uploadedBy files { name bytes sha256 } ${fields} } }`;
    for (;;) {
      const { data } = await ask(up.url, query, { token, variables: { id } });
      if (!['RECEIVING', 'CHECKING', 'APPROVED'].includes(data.upload.state)) return data.upload;
      await pause(50);
    }
  };
  const uploadList = async (files: Files, parameters: string, token = analyst) => {
    const { status, upload, errors } = await post(`lists?${parameters}`, files, token);
    expect([status, errors]).toEqual([202, undefined]);
    return settled('list', upload!);
  };
  const decide = async (act: 'approve' | 'reject', input: object, token: string) => {
    const query = `mutation($input: ListUploadDecisionInput!) { done: ${act}ListUpload(input: $input) { state decidedBy } }`;
    const { data, errors } = await ask(up.url, query, { token, variables: { input } });
    return { done: data?.done, code: errors?.[0].extensions.code };
  };
  const inForce = async () =>
    (await ask(up.url, '{ sanctionsLists { id version entries } }', { token: analyst })).data.sanctionsLists;
  const waitUntilDone = async (id: string) => {
    const done = await settled('list', id);
    expect(done).toMatchObject({ state: 'DONE', problem: null });
  };

  const names = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      sdnRow(String(910_001 + i), `MALLOWBY, Person ${i}`, { type: 'individual' }),
    );
  const sdn = (count: number) => `${names(count).join('')}\x1a`;
  const ofac = (day: string) => `format=ofac&version=${day}`;

  it('puts a list into force when another person approves its report, by its digest', async () => {
    const content = sdn(40);
    const waiting = await uploadList({ 'sdn.csv': content }, ofac('2024-01-08'));
    expect(waiting).toMatchObject({
      state: 'WAITING',
      uploadedBy: 'ana',
      format: 'ofac',
      files: [
        {
          name: 'sdn.csv',
          bytes: content.length,
          sha256: createHash('sha256').update(content).digest('hex'),
        },
      ],
      reports: [{ list: 'ofac-sdn', version: '2024-01-08', entries: 40, added: 40, removed: 0 }],
    });
    expect(await inForce()).toEqual([]);
    const { id: upload, digest } = waiting;
    expect((await decide('approve', { upload, digest }, analyst)).code).toBe('ROLE_MISSING');
    expect((await decide('approve', { upload, digest: 'x' }, approver)).code).toBe('PROPOSAL_CHANGED');
    expect((await decide('approve', { upload, digest }, approver)).done).toEqual({
      state: 'APPROVED',
      decidedBy: 'bo',
    });
    await waitUntilDone(upload);
    expect(await inForce()).toEqual([{ id: 'ofac-sdn', version: '2024-01-08', entries: 40 }]);
    const other = await up.token('approver', 'cy');
    expect((await decide('reject', { upload, digest, reason: 'no' }, other)).code).toBe('ALREADY_DECIDED');
  });

  it('lets nobody approve what they uploaded, and keeps the reason of a rejection', async () => {
    const { id: upload, digest } = await uploadList({ 'sdn.csv': sdn(41) }, ofac('2024-01-09'), approver);
    expect((await decide('approve', { upload, digest }, approver)).code).toBe('CHECKER_IS_MAKER');
    const other = await up.token('approver', 'cy');
    expect((await decide('reject', { upload, digest, reason: ' ' }, other)).code).toBe('BAD_USER_INPUT');
    expect((await decide('reject', { upload, digest, reason: 'not the day' }, other)).done.state).toBe(
      'REJECTED',
    );
    expect(await inForce()).toMatchObject([{ version: '2024-01-08' }]);
  });

  it('never accepts a loss: it names the kinds, and the version in force stays', async () => {
    expect(await uploadList({ 'sdn.csv': sdn(30) }, ofac('2024-01-10'))).toMatchObject({
      state: 'FAILED',
      problem: expect.stringMatching(/entries/) as string,
    });
    expect(await inForce()).toMatchObject([{ version: '2024-01-08', entries: 40 }]);
  });

  it('takes the same files twice for what they are', async () => {
    expect(await uploadList({ 'sdn.csv': sdn(40) }, ofac('2024-01-08'))).toMatchObject({
      state: 'FAILED',
      problem: expect.stringMatching(/with this content already/) as string,
    });
    const first = await uploadList({ 'sdn.csv': sdn(42) }, ofac('2024-01-11'));
    expect(await uploadList({ 'sdn.csv': sdn(42) }, ofac('2024-01-11'))).toMatchObject({
      state: 'FAILED',
      problem: expect.stringContaining(first.id) as string,
    });
    await decide('reject', { upload: first.id, digest: first.digest, reason: 'a trial' }, approver);
  });

  it.each([
    ['is not UTF-8', 'format=un', { 'un.xml': Buffer.from([0x3c, 0xff, 0xfe, 0x0a]) }],
    ['is of another format', 'format=un', { 'un.xml': 'chain,tx,index\n' }],
    ['is empty', 'format=opensanctions', { 'entities.ftm.json': '' }],
  ])('says what is wrong with a file that %s', async (_what, parameters, files: Files) => {
    expect(await uploadList(files, parameters)).toMatchObject({
      state: 'FAILED',
      problem: expect.stringMatching(/\S/) as string,
    });
    expect(await inForce()).toMatchObject([{ version: '2024-01-08' }]);
  });

  it.each([
    ['an unknown format', 'lists?format=csv', { 'a.csv': 'x' }, 422, 'BAD_USER_INPUT'],
    ['no format', 'lists', { 'a.csv': 'x' }, 422, 'BAD_USER_INPUT'],
    ['another parameter', 'lists?format=un&acceptLoss=entries', { 'a.csv': 'x' }, 400, 'BAD_REQUEST'],
    ['a name with a folder', 'lists?format=ofac', { '..sdn.csv': 'x' }, 422, 'BAD_USER_INPUT'],
    ['no file', 'transfers', {}, 422, 'BAD_USER_INPUT'],
    ['too many bytes', 'transfers', { 'a.csv': Buffer.alloc(maxBytes + 1, 0x61) }, 413, 'PAYLOAD_TOO_LARGE'],
  ])('rejects an upload with %s', async (_what, path, files: Files, status, code) => {
    const answer = await post(path, files);
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([status, code]);
  });

  const part = (headers: string, content: string) => `--b\r\n${headers}\r\n\r\n${content}\r\n`;
  const file = (name: string) => `content-disposition: form-data; name="file"; filename="${name}"`;
  async function postBody(body: string) {
    const response = await fetch(`${up.url}/uploads/transfers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${analyst}`, 'content-type': 'multipart/form-data; boundary=b' },
      body,
    });
    return { status: response.status, ...((await response.json()) as UploadAnswer) };
  }

  it('names the files that it took', async () => {
    // A row that no other test stores.
    const content = transfers(1).replace('0xbead', '0xfeed');
    const { upload, ...taken } = await postBody(`${part(file('a.csv'), content)}--b--\r\n`);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(taken).toEqual({ status: 202, files: [{ name: 'a.csv', bytes: content.length, sha256 }] });
    await settled('transfer', upload!);
  });

  it.each([
    ['an attachment', 'content-disposition: attachment; filename="b.csv"'],
    ['no disposition', 'content-type: text/csv'],
  ])('stores nothing of a body with a part of another form: %s', async (_what, headers) => {
    const content = transfers(1).replace('0xbead', '0xface');
    const body = `${part(file('a.csv'), content)}${part(headers, content)}--b--\r\n`;
    expect(await postBody(body)).toMatchObject({
      status: 422,
      errors: [
        {
          message: expect.stringMatching(/1 of 2 parts/) as string,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect(await newest()).toMatchObject({ state: 'CUT_OFF', files: [] });
  });

  it('asks for a token, the scope and the role', async () => {
    const auditor = await up.token('auditor', 'au');
    expect((await post('lists?format=un', { 'a.xml': 'x' }, auditor)).status).toBe(403);
    expect((await post('transfers', { 'a.csv': 'x' }, approver)).status).toBe(403);
    expect((await post('lists?format=un', { 'a.xml': 'x' }, 'none')).status).toBe(401);
  });

  /** Begins an upload of a body that is longer than what is sent of it. */
  function beginUpload(path: string) {
    const sent = request(`${up.url}/uploads/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${analyst}`,
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': '9000000',
      },
    });
    sent.on('error', () => undefined);
    const head =
      'content-disposition: form-data; name="file"; filename="t.csv"\r\ncontent-type: text/csv\r\n\r\n';
    sent.write(`--b\r\n${head}${'x'.repeat(5_000_000)}`);
    return sent;
  }
  const newest = async () => {
    const query = '{ transferUploads(first: 1) { nodes { id state files { name } } } }';
    return (await ask(up.url, query, { token: analyst })).data.transferUploads.nodes[0];
  };

  it('takes one upload at a time, and leaves nothing of one that was cut', async () => {
    const before = (await newest())?.id;
    const cut = beginUpload('transfers');
    while ((await newest())?.id === before) await pause(20);
    expect(await newest()).toMatchObject({ state: 'RECEIVING', files: [] });
    expect(await post('transfers', { 'a.csv': transfers(1) })).toMatchObject({
      status: 409,
      errors: [{ extensions: { code: 'UPLOAD_UNDER_WAY' } }],
    });
    cut.destroy();
    await new Promise((resolve) => cut.once('close', resolve));
    while ((await newest()).state === 'RECEIVING') await pause(20);
    expect(await newest()).toMatchObject({ state: 'CUT_OFF', files: [] });
    const { status, upload } = await post('transfers', { 'a.csv': transfers(1) });
    expect(status).toBe(202);
    expect(await settled('transfer', upload!)).toMatchObject({ state: 'DONE', report: { stored: 1 } });
  });

  const columns = 'chain,tx,index,time,from,to,asset,amount';
  const transfers = (count: number) =>
    [
      columns,
      ...Array.from(
        { length: count },
        (_, i) =>
          `eip155:1,0xbead${String(i).padStart(60, '0')},0,2023-01-01T00:00:00Z,0x${'1'.repeat(40)},0x${'2'.repeat(40)},ETH,${i + 1}`,
      ),
      '',
    ].join('\n');

  it('imports transfers of several parts once, and tells what became of each row', async () => {
    const rows = 25_000;
    const content = `${transfers(rows)}not,a,row\n`;
    expect(content.length).toBeGreaterThan(4 * 1024 * 1024);
    const first = await post('transfers', { 'many.csv': content });
    const report = { read: rows + 1, stored: rows - 1, duplicates: 1, quarantined: 1 };
    expect(await settled('transfer', first.upload!)).toMatchObject({ state: 'DONE', report });
    const again = await post('transfers', { 'many.csv': content });
    expect(await settled('transfer', again.upload!)).toMatchObject({
      state: 'DONE',
      report: { ...report, stored: 0, duplicates: rows },
    });
  });

  it('says what is wrong with a file that holds no transfers', async () => {
    const { upload } = await post('transfers', { 'a.csv': 'hello,world\n' });
    expect(await settled('transfer', upload!)).toMatchObject({
      state: 'FAILED',
      // By its own name: where the server read it is nobody's business.
      problem: expect.stringMatching(/^a\.csv:1: /) as string,
      report: null,
    });
  });

  it('shows uploads to no partner, and takes the gateway’s own mutations from no client', async () => {
    const partner = await up.token('partner', 'pat', 'meridian');
    const shown = await ask(up.url, '{ listUploads { nodes { id } } }', { token: partner });
    expect(shown.data?.listUploads ?? null).toBeNull();
    const direct = await ask(up.url, 'mutation { beginListUpload(terms: "{}") }', { token: analyst });
    expect(direct.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
