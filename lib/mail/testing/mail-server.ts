import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  received: string[];
  answer: (code: number) => void;
  /** From now on each mail is read, and what the server says to it waits. */
  beSlow: () => void;
  /** Until so many mails wait for their answer. */
  untilWaiting: (mails: number) => Promise<void>;
  /** Answers what waits, and from now on at once again. */
  catchUp: () => void;
  /** Ends the connections of those that wait, without a word. */
  hangUp: () => void;
  close: () => void;
};

/** Answers that are kept back until somebody lets them go. */
function slowness() {
  let isSlow = false;
  const waiting: (() => void)[] = [];
  const watchers: { mails: number; seen: () => void }[] = [];
  return {
    begin: () => {
      isSlow = true;
    },
    end: () => {
      isSlow = false;
      for (const answer of waiting.splice(0)) answer();
    },
    forget: () => {
      waiting.length = 0;
    },
    hold: (answer: () => void) => {
      if (!isSlow) return answer();
      waiting.push(answer);
      for (const { mails, seen } of watchers) if (waiting.length >= mails) seen();
    },
    until: (mails: number) =>
      new Promise<void>((seen) => {
        if (waiting.length >= mails) seen();
        else watchers.push({ mails, seen });
      }),
  };
}

/** A real mail server on a free port. `answer` sets what it says to recipients from now on; 250 takes the mail. */
export async function startMailServer(): Promise<MailServer> {
  const received: string[] = [];
  let code = 250;
  const pace = slowness();
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      code === 250 ? done() : done(Object.assign(new Error("no"), { responseCode: code })),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push(Buffer.concat(parts).toString());
        pace.hold(done);
      });
    },
  });
  // Clients that go away in the middle are part of the tests.
  server.on("error", () => undefined);
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const net = await new Promise<ReturnType<typeof server.listen>>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const address = net.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answer: (next) => {
      code = next;
    },
    beSlow: pace.begin,
    untilWaiting: pace.until,
    catchUp: pace.end,
    hangUp: () => {
      pace.forget();
      for (const socket of sockets) socket.destroy();
    },
    close: () => server.close(),
  };
}
