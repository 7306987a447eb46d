import type { Server, ServerResponse } from "node:http";

const isEventStream = (response: ServerResponse) =>
  String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");

/**
 * Lets a server go without losing an answer: no new connections, event streams end at once (their browsers connect
 * again, to the next process), open answers get `milliseconds` to finish.
 */
export function drainable(server: Server) {
  const open = new Set<ServerResponse>();
  let isDraining = false;
  server.on("request", (_request, response) => {
    if (isDraining) response.setHeader("connection", "close");
    open.add(response);
    response.once("close", () => open.delete(response));
  });
  return async (milliseconds: number): Promise<void> => {
    isDraining = true;
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeIdleConnections();
    for (const response of open) {
      if (isEventStream(response)) response.destroy();
      else if (!response.headersSent) response.setHeader("connection", "close");
    }
    const late = new Promise<void>((resolve) => {
      setTimeout(resolve, milliseconds).unref();
    });
    await Promise.race([closed, late]);
  };
}
