import { afterEach, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/env";
import type { Message } from "./message";
import { startMailServer } from "./testing/mail-server";
import { closeTransport, deliveryOf, sendMessage } from "./transport";

const message: Message = {
  dedupeKey: "test/1",
  from: { name: "Plenum", address: "plenum@example.org" },
  to: { name: "Anna", address: "anna@example.org" },
  subject: "Sie sind dabei",
  html: "<p>x</p>",
  text: "x",
};

const withServer = async (code: number) => {
  const server = await startMailServer();
  server.answer(code);
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

  it.each([
    ["550 5.1.1 <anna@example.org>: no such user", "EENVELOPE 550 5.1.1"],
    ["550-5.1.1 The account does not exist", "EENVELOPE 550 5.1.1"],
    ["550 Sorry, 5.1.1 is no status here", "EENVELOPE 550"],
    ["550", "EENVELOPE 550"],
  ])("keeps the status of %j, and not a word of it", (response, error) => {
    const refusal = { code: "EENVELOPE", responseCode: 550, response };
    expect(deliveryOf(refusal)).toEqual({ outcome: "refused", error });
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
