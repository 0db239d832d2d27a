import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectAttribution } from '../../../subgraphs/attribution/connectAttribution';
import { transferStore } from '../../../subgraphs/attribution/transfer/transfer.store';
import { describeWithData } from '../../support/describeWithData';
import { openStore } from '@cordon/embedded-mongo';
import { eventually } from '../../support/eventually';
import { randomDelays } from '../../support/randomDelays';
import { roninCsv } from '../../support/roninTransfers';
import { runCommand } from '../../support/runCommand';
import { ask, freePort, pause, runEntry, temporaryFolder, untilReady } from '../../support/runCordon';
import { crashIt } from '../../support/crashIt';

const exploiter = '0x098b716b8aaf21512996dc57eb0615e2383e2f96';

const delay = randomDelays('importTransfers');

interface Report {
  readonly read: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly problems: readonly { line: number; problem: string }[];
}

describeWithData('cordon import transfers, over the transfers of the Ronin theft', () => {
  const room = temporaryFolder();
  afterAll(() => room.remove());
  const inRoom = (name: string, text: string) => {
    writeFileSync(join(room.path, name), text);
    return join(room.path, name);
  };
  const importFile = async (file: string, dataDir: string, ...args: string[]): Promise<Report> => {
    const ran = await runCommand(['import', 'transfers', file, '--json', ...args], {
      CORDON_DATA_DIR: dataDir,
    });
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(ran.stdout) as Report;
  };

  it('stores each once, and the same file again adds nothing', async () => {
    const { csv, count } = roninCsv();
    const [file, dataDir] = [inRoom('ronin.csv', csv), join(room.path, 'once')];
    expect(await importFile(file, dataDir)).toMatchObject({ read: count, stored: count, quarantined: 0 });
    expect(await importFile(file, dataDir)).toMatchObject({ stored: 0, duplicates: count });
    const bad = inRoom(
      'bad.csv',
      csv.replace(/,ETH,(\d+)\n/, ',ETH,-$1\n').replace(/,ETH,(\d+)\n/, ',ETH,1$1\n'),
    );
    const quarantine = join(room.path, 'quarantine.jsonl');
    const report = await importFile(bad, dataDir, '--report', quarantine);
    expect(report).toMatchObject({ stored: 0, duplicates: count - 2, quarantined: 2 });
    expect(report.problems.map(({ line }) => line)).toEqual([2, 3]);
    const written = readFileSync(quarantine, 'utf8').trim().split('\n');
    expect(written.map((line) => JSON.parse(line) as object)).toEqual(report.problems);
    // A disk that is full.
    const full = await runCommand(['import', 'transfers', bad, '--report', '/dev/full'], {
      CORDON_DATA_DIR: dataDir,
    });
    expect(full).toMatchObject({ code: 1, stdout: '' });
    expect(full.stderr).toMatch(/^cordon: \/dev\/full: the report cannot be written: [^\n]*\n$/);
  });

  crashIt(
    'killed again and again, alone or two at once, loses nothing, stores nothing twice, and numbers it upwards',
    async () => {
      const { csv, count } = roninCsv(12);
      const [file, dataDir] = [inRoom('many.csv', csv), join(room.path, 'killed')];
      const env = { CORDON_DATA_DIR: dataDir };
      // One process serves the store; the killed ones write through it.
      const store = await openStore({ folder: dataDir });
      const { connection, records } = await connectAttribution({
        mongoUrl: store.url,
        databasePrefix: 'cordon',
      });
      try {
        const reader = transferStore(records);
        const seen = new Map<number, string>();
        let known = 0;
        // As an engine does: what it reads between two looks has never changed, and nothing appears below.
        const look = async () => {
          const { seq } = await reader.published();
          expect(seq).toBeGreaterThanOrEqual(known);
          for await (const row of reader.transfersBetween({ after: known, upTo: seq }))
            seen.set(row.seq, row._id);
          known = seq;
        };
        for (let round = 0; round < 2; round++) {
          const running = [file, file].map((path) =>
            runEntry('cli/bin.js', ['import', 'transfers', path, '--json'], env),
          );
          for (const until = Date.now() + 500 + delay(900); Date.now() < until; await pause(20)) await look();
          await Promise.all(running.map((one) => one.ended('SIGKILL')));
          await look();
        }
        const report = await importFile(file, dataDir);
        expect(report.stored + report.duplicates).toBe(count);
        expect(await importFile(file, dataDir)).toMatchObject({ stored: 0, duplicates: count });
        await look();
        const all = await records.transfers.find({ chain: 'eip155:1' }, { seq: 1 }).lean();
        expect(all).toHaveLength(count);
        // Whoever followed along has seen every row, each under its one seq.
        expect([...seen].sort(([x], [y]) => x - y)).toEqual(
          all.map(({ seq, _id }) => [seq, _id]).sort(([x], [y]) => Number(x) - Number(y)),
        );
      } finally {
        await connection.close();
        await store.close();
      }
    },
  );

  crashIt('killed with the store in its own process, is done again', async () => {
    const { csv, count } = roninCsv(6);
    const [file, dataDir] = [inRoom('own.csv', csv), join(room.path, 'own')];
    for (let round = 0; round < 2; round++) {
      const running = runEntry('cli/bin.js', ['import', 'transfers', file], { CORDON_DATA_DIR: dataDir });
      await pause(400 + delay(800));
      await running.ended('SIGKILL');
    }
    const report = await importFile(file, dataDir);
    expect(report.stored + report.duplicates).toBe(count);
    expect(await importFile(file, dataDir)).toMatchObject({ stored: 0, duplicates: count });
  });

  it('beside a running server, with a deposit wallet, leads to an account in seconds', async () => {
    const dataDir = join(room.path, 'beside');
    const port = await freePort();
    const env = { CORDON_DATA_DIR: dataDir, PORT: String(port) };
    const server = runEntry('cli/bin.js', ['start'], env);
    try {
      const url = `http://127.0.0.1:${port}`;
      await untilReady(url);
      const token = (await runCommand(['token', '--role', 'analyst'], env)).stdout.trim();
      await importFile(inRoom('ronin.csv', roninCsv().csv), dataDir);
      const reached = '0x5b0431365ce1ab3693bea6f33ae67653dd30d8bd';
      const deposits = inRoom('deposits.csv', `venue,account,address\ntrial,one,${reached}\n`);
      const ran = await runCommand(['import', 'deposits', deposits, '--json'], env);
      expect(JSON.parse(ran.stdout)).toMatchObject({ read: 1, stored: 1, duplicates: 0, quarantined: 0 });
      const query = `query($a: String!) { wallet(address: $a) { accounts { id venue { id } illustrative } }
        actor(id: "ofac:27307") { tracedAccounts(maxHops: 4) { nodes { account { id } trace { hops { from { id } } } } } } }`;
      await eventually(async () => {
        const { data, errors } = await ask(url, query, { token, variables: { a: reached } });
        expect(errors).toBeUndefined();
        expect(data.wallet.accounts).toEqual([
          { id: 'trial:one', venue: { id: 'trial' }, illustrative: false },
        ]);
        const traced = data.actor.tracedAccounts.nodes.find(
          (node: { account: { id: string } }) => node.account.id === 'trial:one',
        );
        if (traced) expect(traced.trace.hops[0].from.id.toLowerCase()).toContain(exploiter);
        return traced;
      }, 250);
    } finally {
      await server.ended('SIGTERM');
    }
  });

  it('says in one line what is wrong with a file that it cannot read', async () => {
    const env = { CORDON_DATA_DIR: join(room.path, 'none') };
    const prose = inRoom('LICENSE', 'Some licence\n\nof many words\n');
    for (const args of [
      ['transfers', join(room.path, 'nothing.csv')],
      ['transfers', prose],
      ['deposits', prose],
    ]) {
      const ran = await runCommand(['import', ...args, '--json'], env);
      expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({ args, code: 1, stdout: '' });
      expect(ran.stderr).toMatch(/^cordon: [^\n]+\n$/);
    }
  });
});
