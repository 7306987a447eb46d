import { expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { settle } from "@/realtime/client/testing/fake-clock";
import { fakeSession } from "@/realtime/client/testing/fake-session";
import { ConsoleDesk } from "./console-desk";
import { Lobby } from "./lobby";
import { consoleMarkup, roomMarkup } from "./testing/room-markup";

const words = messages.de.room;
const desk = "/o/netz/e/event";
const office = { desk, report: null, numbers: `${desk}/numbers`, talksReport: null, mails: null };
const person = (admissionId: string, name: string) => ({
  admissionId,
  name,
  organisation: "",
  role: "participant",
  roomId: null,
  present: true,
  silenced: false,
  isSpotlit: false,
});
const round = {
  id: "rnd_a",
  rule: "random_pairs",
  groupSize: 2,
  durationSeconds: 600,
  state: "open",
  startsAt: new Date(0).toISOString(),
  endsAt: new Date(9_000_000).toISOString(),
  allowReturn: true,
  autoMove: true,
  message: null,
  rooms: [],
  unassigned: [],
};
const serverNow = new Date(1_000_000).toISOString();
/** What the console lists side by side. */
const LISTS = ["people", "breakouts", "polls", "questions"] as const;
const noneAsked = {
  questions: {
    questions: [],
    settings: { isOpen: true, isModerated: false, allowsAnonymous: true },
    addresses: null,
  },
  polls: { polls: [], mayAnswer: false },
};
const FALSE_BEFORE = ["niemand da", words.people.nobodyYet, words.breakouts.draft];

/** The console of an open page, and what it shows once the server has answered with these lists. */
function consoleOf() {
  const { session, control, clock } = fakeSession();
  const read = async (lists: Record<string, object>) => {
    control.lists = lists;
    session.documents.readAll();
    await clock.pass(0);
    return consoleMarkup(session, <ConsoleDesk office={office} />);
  };
  return { session, read, before: () => consoleMarkup(session, <ConsoleDesk office={office} />) };
}

it("says that the console is being loaded, and nothing of the room, before the server has answered", () => {
  const html = consoleOf().before();
  for (const text of FALSE_BEFORE) expect(html).not.toContain(text);
  expect(html).toContain(words.console.loading);
  expect(html.split(words.page.listLoading), "in place of each list").toHaveLength(LISTS.length + 1);
});

it("still says so when the server cannot be reached", async () => {
  const { session, read } = consoleOf();
  session.open();
  await settle();
  const html = await read({});
  for (const text of FALSE_BEFORE) expect(html).not.toContain(text);
  expect(html).not.toContain(words.console.loading);
  expect(html.split(words.page.listLoading)).toHaveLength(LISTS.length + 1);
});

it("shows who is here and the open round once both were read", async () => {
  const people = [person("adm_a", "Ada"), person("adm_b", "Ben"), person("adm_c", "Cem")];
  const html = await consoleOf().read({
    people: { people, audience: 3, watching: 2 },
    rounds: { rounds: [round], serverNow },
    ...noneAsked,
  });
  for (const text of [...FALSE_BEFORE, words.page.listLoading]) expect(html).not.toContain(text);
  for (const text of ["3 Personen da", "Ada", words.breakouts.state_open]) expect(html).toContain(text);
});

it("says that nobody is here, and offers to prepare rooms, when the server said so", async () => {
  const html = await consoleOf().read({
    people: { people: [], audience: 0, watching: 0 },
    rounds: { rounds: [], serverNow },
    ...noneAsked,
  });
  for (const text of FALSE_BEFORE) expect(html).toContain(text);
  expect(html).not.toContain(words.page.listLoading);
});

it("says in the lobby that the room is being loaded, and what is on only after the first answer", async () => {
  const { session } = fakeSession();
  const before = roomMarkup(session, <Lobby />);
  expect(before).toContain(words.page.loading);
  for (const text of [words.lobby.hostsOnly, words.lobby.until, words.prejoin.enter])
    expect(before).not.toContain(text);
  session.open();
  await settle();
  const after = roomMarkup(session, <Lobby />);
  expect(after).not.toContain(words.page.loading);
  for (const text of [words.lobby.running, words.prejoin.enter]) expect(after).toContain(text);
});
