import { once } from "node:events";
import { createServer, get } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { inTurn, startFront } from "./front.mjs";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A process of its own name, as far as a front can tell. */
async function named(name: string) {
  const server = createServer((request, response) => {
    if (request.url === "/open") response.write(name);
    else response.end(name);
  });
  const taken = new Set<Socket>();
  server.on("connection", (socket) => taken.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const die = () => {
    for (const socket of taken) socket.destroy();
    server.close();
  };
  ends.push(die);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, die };
}

async function frontOf(order: () => readonly number[]) {
  const front = await startFront({ order });
  ends.push(front.close);
  return front.port;
}

const ask = (port: number) =>
  new Promise<string>((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent: false }, (answer) => {
      answer.setEncoding("utf8").once("data", resolve);
    }).once("error", reject);
  });

it("gives each new connection to the next one", async () => {
  const [a, b] = [await named("a"), await named("b")];
  const port = await frontOf(inTurn([a.port, b.port]));
  const answers = [await ask(port), await ask(port), await ask(port), await ask(port)];
  expect(answers.toSorted()).toEqual(["a", "a", "b", "b"]);
});

it("passes over who is gone, and finds them again when they are back", async () => {
  const [a, b] = [await named("a"), await named("b")];
  const ports = [a.port, b.port];
  const port = await frontOf(() => ports);
  expect(await ask(port)).toBe("a");
  a.die();
  expect([await ask(port), await ask(port)]).toEqual(["b", "b"]);
  ports[0] = (await named("a again")).port;
  expect(await ask(port)).toBe("a again");
});

it("breaks a connection off when the one behind it dies in the middle, and never asks another one then", async () => {
  const [a, b] = [await named("a"), await named("b")];
  const port = await frontOf(() => [a.port, b.port]);
  const client = connect({ port, host: "127.0.0.1" });
  client.write("GET /open HTTP/1.1\r\nhost: x\r\n\r\n");
  const [first] = await once(client, "data");
  expect(String(first)).toContain("a");
  const later: string[] = [];
  client.on("data", (data) => later.push(String(data)));
  a.die();
  await once(client, "close");
  expect(later).toEqual([]);
});

it("lets a connection go when nobody is left", async () => {
  const gone = await named("a");
  const port = await frontOf(() => [gone.port]);
  gone.die();
  await expect(ask(port)).rejects.toThrow();
});
