import { version } from '../../../package.json';
import { main } from '../../../cli/main';

it('--version prints the version of the package and exits with 0', async () => {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  await main(['--version']);
  const printed = write.mock.calls.map(([text]) => text);
  write.mockRestore();
  expect({ printed, exitCode: process.exitCode }).toEqual({ printed: [`${version}\n`], exitCode: 0 });
  process.exitCode = undefined;
});
