import { forgetEnv } from "@/lib/env";
import { closeTransport } from "@/lib/mail/transport";
import { type MailServer, startMailServer } from "./mail-server";

/** A mail server of a test, to which everything is sent from now on. */
export async function startMailing(): Promise<MailServer> {
  const server = await startMailServer();
  process.env.SMTP_URL = server.url;
  forgetEnv();
  return server;
}

/** Nothing is sent any more. */
export function endMailing(server: MailServer): void {
  closeTransport();
  server.close();
  delete process.env.SMTP_URL;
  forgetEnv();
}
