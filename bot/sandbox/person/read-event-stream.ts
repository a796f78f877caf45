import type { SandboxEvent } from '../chat-api.ts';

/** The events of a `text/event-stream` body, as they come; ends when the stream does. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<SandboxEvent> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith('data: ')) yield JSON.parse(block.slice('data: '.length)) as SandboxEvent;
    }
  }
}
