import { connect, createServer, type Socket } from "node:net";
import { z } from "zod";

/**
 * A line to a database that can fall silent, as when a host disappears: nothing is closed and nothing arrives any
 * more. Whoever connects again is heard.
 */
export async function silentLine(target: string) {
  const url = new URL(target);
  const { hostname, port } = url;
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    pairs.add([near, far]);
    near.pipe(far);
    far.pipe(near);
    // The other end of a line that is cut on purpose complains; the test looks at what became of it.
    for (const socket of [near, far]) socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url.host = `127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
  return {
    url: url.href,
    fallSilent: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far).resume();
        far.unpipe(near).resume();
      }
    },
    close: async () => {
      for (const socket of [...pairs].flat()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
