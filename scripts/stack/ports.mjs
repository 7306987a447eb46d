import { createSocket } from "node:dgram";
import { createServer } from "node:net";

/** Whether a TCP port can be listened on here. */
export function isTcpFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether a UDP port can be bound here. */
export function isUdpFree(port) {
  return new Promise((resolve) => {
    const socket = createSocket("udp4").once("error", () => resolve(false));
    socket.bind({ port, address: "127.0.0.1", exclusive: true }, () => socket.close(() => resolve(true)));
  });
}

// Below the range the system gives to outgoing connections, so that a chosen port is not lost again at once.
const LOW = 20_000;
const SPAN = 10_000;
const anywhere = (step = 1) => LOW + Math.floor((Math.random() * SPAN) / step) * step;

async function firstFree(preferred, isFree, draw = anywhere) {
  const candidates = [...(preferred ? [preferred] : []), ...Array.from({ length: 50 }, () => draw())];
  for (const port of candidates) if (await isFree(port)) return port;
  throw new Error("no free port found");
}

export const freeTcpPort = (preferred) => firstFree(preferred, isTcpFree);
export const freeUdpPort = (preferred) => firstFree(preferred, isUdpFree);

/** Start of `length` UDP ports in a row that are all free. */
export const freeUdpRange = (length, preferred) =>
  firstFree(
    preferred,
    async (start) => {
      const ports = Array.from({ length }, (_, offset) => start + offset);
      return (await Promise.all(ports.map(isUdpFree))).every(Boolean);
    },
    () => anywhere(length),
  );
