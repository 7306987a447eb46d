import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { env } from "@/lib/env";
import { type Message, mailOptions } from "./message";

/**
 * How a sending ended. `sent`: the server took it. `later`: try again. `refused`: it will never be taken, such as
 * an address that does not exist.
 */
export type Delivery = { outcome: "sent" } | { outcome: "later" | "refused"; error: string };

const smtpError = z.object({
  responseCode: z.number().optional(),
  code: z.string().optional(),
  response: z.string().optional().catch(undefined),
});

/** The enhanced status code of an answer (RFC 3463), which says more than the three digits: nothing else of it is kept. */
const enhancedIn = (response = ""): string =>
  /^[245]\d\d[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? "";

/** 5xx of the server and an address nodemailer cannot use are final; 4xx and a server that is away are not. */
export function deliveryOf(error: unknown): Delivery {
  const found = smtpError.safeParse(error);
  const { responseCode, code, response } = found.success ? found.data : {};
  const final = responseCode === undefined ? code === "EENVELOPE" : responseCode >= 500;
  // A server that refuses us, not the recipient, may do so by mistake: sign-in and relay errors stay retryable.
  const ours = responseCode !== undefined && [530, 534, 535, 538].includes(responseCode);
  return {
    outcome: final && !ours ? "refused" : "later",
    error: `${code ?? "error"} ${responseCode ?? ""} ${enhancedIn(response)}`.trim().replace(/ +/g, " "),
  };
}

let pooled: { url: string; transporter: Transporter } | undefined;

function transporterFor(url: string): Transporter {
  if (pooled?.url === url) return pooled.transporter;
  pooled?.transporter.close();
  const address = new URL(url);
  const secure = address.protocol === "smtps:";
  const transporter = createTransport({
    host: address.hostname,
    port: Number(address.port || (secure ? 465 : 587)),
    secure,
    ...(address.username === ""
      ? {}
      : {
          auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) },
        }),
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  pooled = { url, transporter };
  return transporter;
}

/** Hands the message to the mail server of SMTP_URL; without one the development mailbox keeps it, so it counts as sent. */
export async function sendMessage(message: Message): Promise<Delivery> {
  const url = env().SMTP_URL;
  if (url === undefined) return { outcome: "sent" };
  try {
    await transporterFor(url).sendMail(mailOptions(message));
    return { outcome: "sent" };
  } catch (error) {
    return deliveryOf(error);
  }
}

/** Ends idle connections, so that a process can stop. */
export function closeTransport(): void {
  pooled?.transporter.close();
  pooled = undefined;
}
