import { parentPort } from 'node:worker_threads';
import { answerQuestion } from './answerQuestion';
import type { TracingReply, TracingRequest } from './protocol';

/** A tracing thread: one question after the other, over graphs in shared memory. */
parentPort?.on('message', (request: TracingRequest) => {
  parentPort?.postMessage(replyTo(request));
});

function replyTo(request: TracingRequest): TracingReply {
  try {
    return { kind: 'answer', answer: answerQuestion(request) };
  } catch (error) {
    const { message, stack } = error as Error;
    return { kind: 'failure', message, stack };
  }
}
