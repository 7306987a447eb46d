import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import type { Route } from "@/auth/doors";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { aHall } from "@/db/testing/audience";
import { aPerson } from "@/db/testing/makers";
import { loginCookieOf } from "@/db/testing/requests";
import { endLive } from "@/domain/rooms/commands/end-live";
import { origin } from "@/lib/env";
import { isWithinLimit } from "@/lib/limits";
import { setClock } from "@/lib/time/clock";
import { hallQuestions, projectorQuestions } from "@/realtime/audience-api";
import { closeHub, hub } from "@/realtime/hub";
import { publishSignals } from "@/realtime/publish";
import { MOST_FROM_ONE_PLACE } from "@/realtime/stream";
import { GET as readProjector } from "../projector/[token]/route";
import { GET as stream } from "../stream/route";
import { POST as ask } from "./[token]/questions/route";
import { GET as read } from "./[token]/route";
import { POST as vote } from "./[token]/votes/route";
import { POST as withdraw } from "./[token]/withdraw/route";

let present = new Date();
const putBack = setClock(() => present);
afterAll(() => {
  putBack();
  closeHub();
});

let addresses = 0;
/** A phone of its own behind an address of its own. */
function aPhone(token: string, { from = `203.0.113.${++addresses}`, login = "" } = {}) {
  let cookie = login;
  const headers = () => ({ "x-plenum-client-ip": from, ...(cookie ? { cookie } : {}) });
  const params = Promise.resolve({ token });
  const open = async () => {
    const answer = await read(new Request("http://localhost/api/hall", { headers: headers() }), { params });
    const own = answer.headers.get("set-cookie")?.split(";")[0];
    if (own) cookie = [login, own].filter(Boolean).join("; ");
    return answer;
  };
  const post = (route: Route, body: object, by: string | null = origin()) =>
    route(
      new Request("http://localhost/api/hall", {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", ...headers(), ...(by === null ? {} : { origin: by }) },
      }),
      { params },
    );
  const questions = async () => hallQuestions.parse(await (await open()).json()).questions;
  const listen = (query: string, signal: AbortSignal | null = null) =>
    stream(new Request(`http://localhost/api/stream?${query}`, { headers: headers(), signal }), {
      params: Promise.resolve({}),
    });
  return { open, post, questions, listen, from };
}

const asked = (text: string) => ({ text, name: "", clientKey: `key-${crypto.randomUUID()}` });

async function aHallNow() {
  const hall = await aHall();
  const later = () => {
    present = hall.next();
  };
  later();
  return { ...hall, later };
}

it("a phone gets its number with the page, asks, is known again, and takes the question back", async () => {
  const { hall, later } = await aHallNow();
  const [phone, other] = [aPhone(hall), aPhone(hall)];
  const first = await phone.open();
  expect(first.headers.get("set-cookie")).toMatch(/^plenum-hall=[\w-]{36};.*HttpOnly/);
  expect(first.headers.get("cache-control")).toContain("no-store");
  expect((await phone.open()).headers.get("set-cookie")).toBeNull();
  expect((await phone.post(ask, asked("Ist der Ton gut?"))).status).toBe(200);
  later();
  const [mine] = await phone.questions();
  expect(mine).toMatchObject({ text: "Ist der Ton gut?", mine: true, name: null });
  await other.open();
  expect((await other.post(vote, { questionId: mine?.id, on: true })).status).toBe(200);
  expect((await other.post(withdraw, { questionId: mine?.id })).status).toBe(404);
  later();
  expect(await other.questions()).toMatchObject([{ mine: false, voted: true, votes: 1 }]);
  expect((await phone.post(withdraw, { questionId: mine?.id })).status).toBe(200);
  later();
  expect(await phone.questions()).toEqual([]);
});

it("takes nothing from a phone without a number, from another origin, and from what fills in the hidden field", async () => {
  const { hall, later } = await aHallNow();
  const phone = aPhone(hall);
  const blank = await phone.post(ask, asked("Ohne Seite?"));
  expect(await blank.json()).toMatchObject({ failure: { reason: "no_cookie" } });
  await phone.open();
  for (const by of ["https://evil.example.org", null])
    expect((await phone.post(ask, asked("Von anderswo?"), by)).status).toBe(403);
  expect((await phone.post(ask, { ...asked("Kauft!"), website: "http://evil.test" })).status).toBe(200);
  later();
  expect(await phone.questions()).toEqual([]);
});

it("slows one browser down, and a whole address only when more comes than from a hall", async () => {
  const { hall } = await aHallNow();
  const [phone, other] = [aPhone(hall), aPhone(hall)];
  await Promise.all([phone.open(), other.open()]);
  const noise = { questionId: "auq_00000000", on: true };
  // All at once, so that they are counted within the same seconds on a slow machine too.
  const answers = await Promise.all(Array.from({ length: 130 }, () => phone.post(vote, noise)));
  const statuses = answers.map(({ status }) => status);
  // What waited for its turn too long has been counted as well.
  expect(statuses.filter((status) => status === 404 || status === 503)).toHaveLength(120);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  expect((await other.post(vote, noise)).status).toBe(404);
});

it("gives who drops the cookie again and again only so many votes, and leaves everybody else at that address theirs", async () => {
  const { hall, host, ada, ask: askHere, list, later } = await aHallNow();
  const id = await askHere(ada, "Wann ist Pause?");
  later();
  const from = `203.0.113.${++addresses}`;
  const early = aPhone(hall, { from });
  await early.open();
  expect((await early.post(vote, { questionId: id, on: true })).status).toBe(200);
  const madeUp = () => aPhone(hall, { from, login: `plenum-hall=${crypto.randomUUID()}` });
  expect((await madeUp().post(vote, { questionId: "" })).status).toBe(422);
  // As if so many more had come, without asking the database for each.
  const another = new Request("http://localhost/api/hall", { headers: { "x-plenum-client-ip": from } });
  for (let n = 0; n < 998; n++) expect(await isWithinLimit("hall-browser", another)).toBe(true);
  const refused = await madeUp().post(vote, { questionId: id, on: true });
  expect(await refused.json()).toMatchObject({ failure: { reason: "rate_limited" } });
  expect((await early.post(vote, { questionId: id, on: false })).status).toBe(200);
  expect((await early.post(vote, { questionId: id, on: true })).status).toBe(200);
  const elsewhere = aPhone(hall);
  await elsewhere.open();
  expect((await elsewhere.post(vote, { questionId: id, on: true })).status).toBe(200);
  later();
  expect(await list(host)).toMatchObject([{ id, votes: 2, hallVotes: 2 }]);
});

it("opens no more streams to one address than a large hall has phones, whoever each of them says to be", async () => {
  const { hall } = await aHallNow();
  const [phone, other] = [aPhone(hall), aPhone(hall)];
  await Promise.all([phone.open(), other.open()]);
  const idle = { seen: new Map(), send: () => undefined, end: () => undefined, from: phone.from };
  const made = Array.from({ length: MOST_FROM_ONE_PLACE }, (_, n) =>
    hub().add({ ...idle, who: `made up ${n}` }),
  );
  const listening = async (one: typeof phone) => {
    const leaving = new AbortController();
    const { status } = await one.listen(`hall=${hall}`, leaving.signal);
    leaving.abort();
    return status;
  };
  expect(await listening(phone)).toBe(429);
  expect(await listening(other)).toBe(200);
  for (const remove of made) remove();
  expect(await listening(phone)).toBe(200);
});

it("who is signed in on their phone is nobody in the hall, in what is written down as well", async () => {
  const { hall, host, eventId, list, later } = await aHallNow();
  const person = await aPerson();
  const phone = aPhone(hall, { login: await loginCookieOf(person) });
  await phone.open();
  expect((await phone.post(ask, asked("Wer weiß, dass ich das bin?"))).status).toBe(200);
  later();
  const [mine] = await phone.questions();
  expect(mine).toMatchObject({ mine: true, name: null });
  expect((await phone.post(withdraw, { questionId: mine?.id })).status).toBe(200);
  const noted = await db().select().from(auditEntries).where(eq(auditEntries.eventId, eventId));
  expect(noted.filter(({ permission }) => permission === "question.askInHall")).toHaveLength(2);
  expect(JSON.stringify(noted)).not.toContain(person.id);
  expect(await list(host)).toEqual([]);
});

it("keeps markup as the words that somebody wrote, and takes hidden turns of writing out", async () => {
  const { hall, host, list, later } = await aHallNow();
  const phone = aPhone(hall);
  await phone.open();
  const text = "<script>alert(1)</script><img src=x onerror=alert(2)> javascript:alert(3) {count}";
  const said = { ...asked(`${text}\u202e\u2066`), name: "<b>Kim</b>\u202e" };
  expect((await phone.post(ask, said)).status).toBe(200);
  expect((await phone.post(ask, { ...asked("x"), text: { toString: "x" } })).status).toBe(422);
  later();
  const [seen, ...more] = await list(host);
  expect(more).toEqual([]);
  expect(seen).toMatchObject({ text, name: "<b>Kim</b>" });
});

it("hall and projector hear of questions and votes, with the numbers, and of nothing else, until the event is over", async () => {
  const { hall, host, eventId, ada, ben, set, ask: askHere, vote: voteHere, next, later } = await aHallNow();
  const { projector } = await set({ projector: "renew" });
  const id = await askHere(ada, "Wann ist Pause?");
  await voteHere(ben, id);
  await publishSignals([
    { channel: `hall:${eventId}`, topic: "votes" },
    { channel: eventId, topic: "chat" },
  ]);
  const phone = aPhone(hall);
  expect((await phone.listen(`hall=${hall}&poll=1`)).status).toBe(404);
  await phone.open();
  const after = encodeURIComponent(JSON.stringify({ [`hall:${eventId}`]: 0, [eventId]: 0 }));
  for (const query of [`hall=${hall}`, `projector=${projector}`]) {
    const heard = await phone.listen(`${query}&poll=1&after=${after}`);
    expect(await heard.json()).toMatchObject({ signals: [{ channel: `hall:${eventId}`, topic: "votes" }] });
  }
  const open = await readProjector(new Request("http://localhost/api"), {
    params: Promise.resolve({ token: projector ?? "" }),
  });
  expect(projectorQuestions.parse(await open.json())).toMatchObject({ hall, questions: [{ id, votes: 1 }] });
  await endLive({ actor: host.actor, input: { eventId }, now: next() });
  later();
  for (const query of [`hall=${hall}`, `projector=${projector}`, `hall=${projector}`, "projector=nonsense"])
    expect((await phone.listen(`${query}&poll=1`)).status).toBe(404);
  expect(await (await phone.open()).json()).toMatchObject({ state: "over", questions: [] });
});
