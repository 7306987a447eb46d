import { readFileSync } from "node:fs";
import { z } from "zod";
import { addressOf, type Browser, openBrowser, type Reply } from "./browser";
import { filledActionForm } from "./form";
import type { BenchEvent, Counts, Ground } from "./ground";

const NETWORK = "sensoriknetz-oberland";
const MAILS_WITHIN_MS = 120_000;
const mailbox = z.object({ mails: z.array(z.object({ kind: z.string() })) });
const words = z.object({ event: z.object({ publish: z.string() }) });

/** What the publish button says: the only sign that tells its form from the one that cancels. */
const publishLabel = () =>
  words.parse(JSON.parse(readFileSync("messages/de/organizer.json", "utf8"))).event.publish;

const tomorrowMorning = () => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T09:00`;

function expectDone(reply: Reply, what: string): Reply {
  if (reply.status >= 400) throw new Error(`${what} answered ${reply.status}`);
  return reply;
}

/** Fills in one form of a page and sends it there, as a browser without scripts does. */
async function act(browser: Browser, path: string, form: { sign: string; typed?: Record<string, string> }) {
  const page = expectDone(await browser.get(path), "the office");
  return expectDone(
    await browser.post(path, filledActionForm(page.body, form.sign, form.typed ?? {})),
    "the form",
  );
}

async function planEvent(browser: Browser, capacity: number): Promise<BenchEvent> {
  const title = `Messung ${Math.random().toString(36).slice(2, 8)}`;
  const typed = { template: "webinar", title, startsLocal: tomorrowMorning() };
  const planned = await act(browser, `/o/${NETWORK}/new`, { sign: 'name="startsLocal"', typed });
  const desk = new URL(planned.headers.location ?? "", "http://here").pathname;
  const slug = /\/e\/([a-z0-9-]+)$/.exec(desk)?.[1];
  if (!slug) throw new Error("the new event has no desk");
  await act(browser, desk, {
    sign: 'name="capacity"',
    typed: { capacity: String(capacity), waitlist: "on" },
  });
  await act(browser, desk, { sign: `>${publishLabel()}<` });
  return { id: slug, slug };
}

/** What the first mail to this address says; waits for it, because mails are written after the answer. */
async function verdictFor(browser: Browser, email: string): Promise<string> {
  const until = performance.now() + MAILS_WITHIN_MS;
  while (performance.now() < until) {
    const { body } = await browser.get(`/dev/mailbox.json?to=${encodeURIComponent(email)}`);
    const kind = mailbox.parse(JSON.parse(body)).mails.at(-1)?.kind;
    if (kind) return kind;
    await new Promise((again) => setTimeout(again, 250));
  }
  return "no mail";
}

/**
 * Makes events as the demo's organizer, in the pages an organizer uses, and learns from each person's mailbox what
 * became of them. For a demo whose database the bench can't reach; leaves the events behind.
 */
export async function openOffice(base: string): Promise<Ground> {
  const browser = openBrowser(base, addressOf(0));
  const signedIn = await browser.post("/api/dev/sign-in", new URLSearchParams({ persona: "organizer" }));
  if (signedIn.status !== 303) throw new Error("the demo's organizer can't sign in: is this a demo?");

  const countsOf = async (_event: BenchEvent, emails: readonly string[]): Promise<Counts> => {
    const kinds: string[] = [];
    for (const email of emails) kinds.push(await verdictFor(browser, email));
    const confirmed = kinds.filter((kind) => kind === "registration.confirmed").length;
    const waiting = kinds.filter((kind) => kind === "registration.waiting").length;
    return { confirmed, waiting, other: emails.length - confirmed - waiting };
  };
  return {
    makeEvent: (capacity) => planEvent(browser, capacity),
    countsOf,
    versions: async () => ({}),
    close: async () => browser.close(),
  };
}
