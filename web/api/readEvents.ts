export interface ServerEvent {
  id?: string | undefined;
  name: string;
  data: string;
}

const eventOf = (block: string): ServerEvent => {
  const event: ServerEvent = { name: "message", data: "" };
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const [, field, value = ""] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (field === "id") event.id = value;
    if (field === "event") event.name = value;
    if (field === "data") data.push(value);
  }
  return { ...event, data: data.join("\n") };
};

/** The events of a `text/event-stream` body, one by one; comments are passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = eventOf(block);
        if (event.data || event.name !== "message") yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
