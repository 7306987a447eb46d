import { z } from "zod";
import { Bots } from "../fixtures/bots";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import { signalTo } from "../fixtures/processes";
import { expect, test } from "../fixtures/test";
import { Visitor } from "../fixtures/visitor";
import { holdWorkshop } from "../pages/live-event";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

const PEOPLE = 30;
const AWAY_MS = 120_000;
/** What lies between the moment a bot is told something and the moment LiveKit writes down, on a busy machine. */
const BLUR_MS = 5_000;

const place = z.object({ target: z.object({ url: z.string(), token: z.string() }) });
const stayRow = z.object({ email: z.string(), joined: z.date().nullable(), left: z.date().nullable() });
type Guest = { email: string; pass: { url: string; token: string }; came?: number; went?: number };

/** Somebody who may enter: registered, inside as far as the app knows, with a token that is good for three minutes. */
async function aGuest(slug: string, nth: number): Promise<Guest> {
  const email = freshAddress("r07");
  const visitor = new Visitor();
  expect((await registerOverHttp(visitor, { slug, email, name: `Gast ${nth}` })).status).toBeLessThan(300);
  const tab = `tab-of-guest-${nth}`;
  expect((await visitor.ask(`/api/rooms/${slug}/join`, { json: { tab } })).status).toBeLessThan(300);
  const answer = await visitor.ask(`/api/where-am-i?event=${slug}&tab=${tab}`);
  return { email, pass: place.parse(JSON.parse(answer.text)).target };
}

const staysOf = (slug: string) =>
  sql(
    stayRow,
    `select registrations.email, joined_at as joined, left_at as left from participations
      join admissions on admissions.id = participations.admission_id
      join registrations on registrations.id = admissions.registration_id
      join events on events.id = participations.event_id
      where events.slug = $1 and registrations.email like 'r07-%'`,
    [slug],
  );

/** The guests of whom the rows do not say what happened. */
async function wronglyKept(slug: string, guests: readonly Guest[]): Promise<string[]> {
  const stays = await staysOf(slug);
  const isNear = (at: Date | null | undefined, when: number | undefined) =>
    at && when ? Math.abs(at.getTime() - when) < BLUR_MS : !at && !when;
  return guests.flatMap(({ email, came, went }) => {
    const [stay, ...others] = stays.filter((one) => one.email === email);
    const isRight = others.length === 0 && isNear(stay?.joined, came) && isNear(stay?.left, went);
    return isRight ? [] : [`${email}: ${JSON.stringify(stay)} ${others.length}, came ${came}, went ${went}`];
  });
}

test("R07: nobody takes webhooks for two minutes while thirty people come and half of them go; then the rows know it all @long", async ({
  person,
}) => {
  test.setTimeout(patience(120) + AWAY_MS);
  const henrike = await person("Henrike", { viewport: { width: 800, height: 600 }, devices: true });
  const { slug } = await holdWorkshop(henrike, "Ohne Nachricht");
  const guests: Guest[] = [];
  for (let nth = 0; nth < PEOPLE; nth += 1) guests.push(await aGuest(slug, nth));
  const bots = new Bots();
  // Held, not killed: another one would be there in a second. Connections are taken and nobody answers.
  signalTo("app", "SIGSTOP");
  const since = Date.now();
  try {
    for (const guest of guests) {
      await bots.enter(guest.email, guest.pass);
      guest.came = Date.now();
    }
    for (const guest of guests.slice(0, PEOPLE / 2)) {
      await bots.leave(guest.email);
      guest.went = Date.now();
    }
    await expect.poll(() => Date.now() - since, { timeout: AWAY_MS + 30_000 }).toBeGreaterThan(AWAY_MS);
  } finally {
    signalTo("app", "SIGCONT");
  }
  await expect.poll(() => wronglyKept(slug, guests), { timeout: 60_000 }).toEqual([]);
  bots.end();
});
