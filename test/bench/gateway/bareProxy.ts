/**
 * What no gateway on Node undercuts: Node's HTTP server, and undici. For each request it makes `CALLS` calls (a fraction over
 * many requests), with the bodies of `BODIES` in turn, reads the answers, and sends `ANSWER_BYTES` bytes. `PUT /calls/2.5` sets
 * the number of calls. It knows no GraphQL, no caller and no error.
 */
import { createServer, type ServerResponse } from 'node:http';
import { Pool } from 'undici';

let calls = Number(process.env['CALLS']);
const answer = Buffer.alloc(Number(process.env['ANSWER_BYTES']), 'x');
const bodies = JSON.parse(String(process.env['BODIES'])) as { readonly url: string; readonly body: string }[];
const upstream = bodies.map(({ url, body }) => {
  const { origin, pathname: path } = new URL(url);
  return { pool: new Pool(origin, { connections: 50 }), path, body: Buffer.from(body) };
});
const headers = { 'content-type': 'application/json' };

let owed = 0;
let next = 0;

function call(left: number, response: ServerResponse): void {
  const target = upstream[next++ % upstream.length];
  if (left === 0 || !target) {
    response.writeHead(200, headers);
    response.end(answer);
    return;
  }
  const { pool, path, body } = target;
  const chunks: Buffer[] = [];
  pool.dispatch(
    { method: 'POST', path, headers, body },
    {
      onRequestStart: () => undefined,
      onResponseStart: () => undefined,
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => {
        JSON.parse(Buffer.concat(chunks).toString());
        call(left - 1, response);
      },
      onResponseError: () => void response.destroy(),
    },
  );
}

createServer((request, response) => {
  if (request.method === 'PUT') {
    calls = Number(request.url?.split('/').at(-1));
    response.end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString() || '{}');
    owed += calls;
    const due = Math.floor(owed);
    owed -= due;
    call(due, response);
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
