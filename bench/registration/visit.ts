import { addressOf, type Browser, openBrowser, type Reply } from "../kit/browser";
import { timed } from "../kit/crowd";
import { filledForm } from "../kit/form";
import type { BenchEvent } from "../kit/ground";

export const ACTION = "/api/registrations";

let everybody = 0;

export type Visitor = { browser: Browser; address: string; name: string; email: string };

/** Somebody new: an address, a name and a network address that nobody else of this run has. */
export function newVisitor(base: string, run: string): Visitor {
  const person = ++everybody;
  const address = addressOf(person);
  return {
    browser: openBrowser(base, address),
    address,
    name: `Mess Person ${person}`,
    email: `mess.${run}.${person}@example.org`,
  };
}

function expectStatus(reply: Reply, status: number, what: string): Reply {
  if (reply.status !== status) throw new Error(`${what} answered ${reply.status} instead of ${status}`);
  return reply;
}

/** Loads the event page and fills in its form, as it stands in the page. */
export async function fillForm(
  { browser, name, email }: Visitor,
  { slug, answers = {} }: Pick<BenchEvent, "slug" | "answers">,
): Promise<URLSearchParams> {
  const page = expectStatus(await browser.get(`/e/${slug}`), 200, "the event page");
  const form = filledForm(page.body, ACTION, { name, email });
  for (const [field, answer] of Object.entries(answers)) {
    // Round choices are no field until one is chosen.
    if (!page.body.includes(`name="${field}"`)) throw new Error(`the form does not ask ${field}`);
    form.set(field, answer);
  }
  return form;
}

/** Sends the form and follows to the confirmation. Throws unless both answer as a person expects. */
export async function sendForm({ browser }: Visitor, slug: string, form: URLSearchParams): Promise<void> {
  const posted = expectStatus(await browser.post(ACTION, form), 303, "the form");
  const to = new URL(posted.headers.location ?? "", "http://here");
  if (to.pathname !== `/e/${slug}/registered`) throw new Error("the form led somewhere else");
  expectStatus(await browser.get(`${to.pathname}${to.search}`), 200, "the confirmation");
}

/** Page, form, confirmation: milliseconds from the first request to the last byte. */
export async function registerOnce(visitor: Visitor, event: BenchEvent): Promise<number> {
  try {
    const { ms } = await timed(async () => sendForm(visitor, event.slug, await fillForm(visitor, event)));
    return ms;
  } finally {
    visitor.browser.close();
  }
}
