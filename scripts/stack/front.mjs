import { once } from "node:events";
import { connect, createServer } from "node:net";

/** Every port once, each time beginning with another one. */
export function inTurn(ports) {
  let turn = 0;
  return () => {
    turn += 1;
    return ports.map((_, index) => ports[(index + turn) % ports.length]);
  };
}

/** What one side says goes to the other; where one breaks off, the other breaks off as well. */
function join(client, target) {
  for (const [from, to] of [
    [client, target],
    [target, client],
  ]) {
    from.setNoDelay(true);
    from.pipe(to);
    from.once("close", () => to.destroy());
  }
}

function handOn(client, [port, ...others], host) {
  if (port === undefined || client.destroyed) return client.destroy();
  const target = connect({ port, host, allowHalfOpen: true });
  const refused = () => handOn(client, others, host);
  target.once("error", refused);
  target.once("connect", () => {
    // From here on bytes may have reached it, so nobody else may get them again: the client has to ask anew.
    target.off("error", refused).on("error", () => client.destroy());
    join(client, target);
  });
}

/**
 * What stands in front of several processes of this machine: hands each connection to the first one of `order` that
 * takes it. It reads nothing of what passes through, so WebSockets and event streams need no rule of their own; a
 * process that is gone refuses connections, and is passed over from that moment on.
 */
export async function startFront({ port = 0, host = "127.0.0.1", order }) {
  const open = new Set();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    open.add(client);
    client.once("close", () => open.delete(client));
    client.on("error", () => client.destroy());
    handOn(client, order(), "127.0.0.1");
  });
  server.listen({ port, host });
  await once(server, "listening");
  return {
    port: server.address().port,
    close: async () => {
      for (const client of open) client.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
