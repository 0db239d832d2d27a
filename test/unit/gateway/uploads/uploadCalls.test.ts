import { DownstreamError } from '../../../../gateway/link/downstreamError';
import type { SubgraphLink } from '../../../../gateway/link/subgraphLink';
import type { RequestError } from '../../../../gateway/request/requestError';
import { uploadCalls } from '../../../../gateway/uploads/uploadCalls';

const failing = (sent: boolean) =>
  ({
    name: 'sanctions',
    execute: () => Promise.reject(new DownstreamError('sanctions', 'timed out', { sent })),
  }) as unknown as SubgraphLink;
const calls = (sent: boolean) => uploadCalls(failing(sent), { name: 'List' } as never, {} as never);
const codeOf = (call: Promise<unknown>) => call.catch((error: unknown) => (error as RequestError).errors[0]);

it('says that the outcome is unknown where the last call of an upload was sent and not answered', async () => {
  expect(await codeOf(calls(true).end('upload-1', []))).toMatchObject({
    message: expect.stringContaining('upload-1') as string,
    extensions: { code: 'OUTCOME_UNKNOWN', upload: 'upload-1' },
  });
});

it('says that nothing is in force where the call was not sent, or was not the last', async () => {
  const unavailable = { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };
  expect(await codeOf(calls(false).end('upload-1', []))).toMatchObject(unavailable);
  expect(await codeOf(calls(true).begin({}))).toMatchObject(unavailable);
});
