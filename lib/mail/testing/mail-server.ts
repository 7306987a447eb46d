import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  received: string[];
  answer: (code: number) => void;
  close: () => void;
};

/** A real mail server on a free port. `answer` sets what it says to recipients from now on; 250 takes the mail. */
export async function startMailServer(): Promise<MailServer> {
  const received: string[] = [];
  let code = 250;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      code === 250 ? done() : done(Object.assign(new Error("no"), { responseCode: code })),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  // Clients that go away in the middle are part of the tests.
  server.on("error", () => undefined);
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
    close: () => server.close(),
  };
}
