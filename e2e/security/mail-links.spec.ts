import { z } from "zod";
import { sql } from "../fixtures/database";
import { eventWithSeats } from "../fixtures/event-with-seats";
import { type Mail, mailOfKind } from "../fixtures/mailbox";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { freshAddress, registerOverHttp } from "./registering-over-http";

const row = z.object({ id: z.string(), status: z.string(), proven: z.boolean() });

async function standingOf(email: string) {
  const text = "select id, status, proven_at is not null as proven from registrations where email = $1";
  const [found] = await sql(row, text, [email]);
  if (!found) throw new Error(`${email} is not registered`);
  return found;
}

const linksIn = ({ text }: Mail): string[] => [
  ...new Set((text.match(/https?:\/\/\S+/g) ?? []).map((link) => link.replace(/[).,>\]]+$/, ""))),
];

/** Only Linux has all of 127.0.0.0/8. */
const elsewhere = (number: number) => (process.platform === "linux" ? { from: `127.0.3.${number}` } : {});

/** As mail scanners do: every link by HEAD and twice by GET, with the pages behind it, from addresses of their own. */
async function scan(mail: Mail): Promise<number> {
  const ours = linksIn(mail).map((link) => new URL(link));
  for (const { pathname, search } of ours) {
    for (const method of ["HEAD", "GET", "GET"]) {
      const scanner = new Visitor();
      const first = await scanner.ask(`${pathname}${search}`, { method, ...elsewhere(1) });
      expect(first.status, `${method} ${pathname.slice(0, 3)}`).toBeLessThan(500);
      if (first.location.startsWith("/")) await scanner.ask(first.location, elsewhere(2));
    }
  }
  return ours.length;
}

/** Opens the link to one's own page, as whoever reads the mail does; answers with the browser and its registration. */
async function open(mail: Mail): Promise<{ person: Visitor; id: string }> {
  const person = new Visitor();
  for (const link of linksIn(mail).filter((one) => one.includes("/j/"))) {
    const { location } = await person.ask(new URL(link).pathname);
    const [, id] = /\/r\/(reg_\w+)/.exec(location) ?? [];
    if (id) return { person, id };
  }
  throw new Error(`no link of ${mail.subject} leads to a page of one's own`);
}

test("S26: no scanner proves an address, takes an offered seat or gives one back; the person's button does", async () => {
  const event = await eventWithSeats(1);
  await sql(z.object({}), "update seat_plans set offer_hours = 6 where event_id = $1", [event.id]);
  const [ada, ben] = [freshAddress("s26-ada"), freshAddress("s26-ben")];
  for (const email of [ada, ben]) await registerOverHttp(new Visitor(), { slug: event.slug, email });

  const confirmed = await mailOfKind(ada, "registration.confirmed");
  expect(await scan(confirmed), "links in the mail").toBeGreaterThan(1);
  expect(await standingOf(ada)).toMatchObject({ status: "confirmed", proven: false });
  const first = await open(confirmed);
  expect(await standingOf(ada), "opening alone is not acting").toMatchObject({ proven: false });
  for (const what of ["prove", "cancel"]) {
    const path = `/api/registrations/${first.id}/${what}`;
    for (const method of ["GET", "HEAD"])
      expect((await first.person.ask(path, { method })).status, `${method} ${what}`).toBe(405);
  }
  await first.person.ask(`/api/registrations/${first.id}/prove`, { form: {} });
  expect(await standingOf(ada)).toMatchObject({ status: "confirmed", proven: true });
  await first.person.ask(`/api/registrations/${first.id}/cancel`, { form: { locale: "de" } });
  expect(await standingOf(ada)).toMatchObject({ status: "cancelled" });
  await scan(confirmed);
  expect(await standingOf(ada), "an old link brings nobody back").toMatchObject({ status: "cancelled" });

  const offered = await mailOfKind(ben, "registration.offered");
  await scan(offered);
  expect(await standingOf(ben)).toMatchObject({ status: "offered", proven: false });
  const second = await open(offered);
  expect(await standingOf(ben)).toMatchObject({ status: "offered", proven: false });
  await second.person.ask(`/api/registrations/${second.id}/accept`, { form: { locale: "de" } });
  expect(await standingOf(ben)).toMatchObject({ status: "confirmed", proven: true });
});
