import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import type { Message } from "./message";
import { closeTransport, sendMessage } from "./transport";

const message: Message = {
  dedupeKey: "test/1",
  from: { name: "Plenum", address: "plenum@example.org" },
  to: { name: "Anna", address: "anna@example.org" },
  subject: "Sie sind dabei",
  html: "<p>x</p>",
  text: "x",
};

/** A real mail server on a free port that answers every recipient with this code. */
async function mailServer(code: number) {
  const received: string[] = [];
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
  server.on("error", () => undefined);
  const listening = await new Promise<ReturnType<typeof server.listen>>((resolve) => {
    const net = server.listen(0, "127.0.0.1", () => resolve(net));
  });
  const address = listening.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, received, close: () => server.close() };
}

const withServer = async (code: number) => {
  const server = await mailServer(code);
  process.env.SMTP_URL = server.url;
  forgetEnv();
  const delivery = await sendMessage(message);
  server.close();
  return { delivery, received: server.received };
};

afterEach(() => {
  closeTransport();
  delete process.env.SMTP_URL;
  forgetEnv();
});

describe("sending", () => {
  it("hands the mail to the server of SMTP_URL", async () => {
    const { delivery, received } = await withServer(250);
    expect(delivery).toEqual({ outcome: "sent" });
    expect(received[0]).toContain("Subject: Sie sind dabei");
  });

  it("451 is tried again, 550 never", async () => {
    expect((await withServer(451)).delivery.outcome).toBe("later");
    expect((await withServer(550)).delivery.outcome).toBe("refused");
  });

  it("a server that is away is tried again", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:9";
    forgetEnv();
    expect((await sendMessage(message)).outcome).toBe("later");
  });

  it("without a server the mailbox in the database keeps it", async () => {
    expect(await sendMessage(message)).toEqual({ outcome: "sent" });
  });
});
