import { beforeEach, expect, it } from "vitest";
import { aQuestion } from "../testing/a-question";
import { Documents } from "./documents";
import { FakeClock } from "./testing/fake-clock";
import { FakeControl } from "./testing/fake-control";

let clock: FakeClock;
let control: FakeControl;
let documents: Documents;

const settings = { isOpen: true, isModerated: false, allowsAnonymous: true };
const list = (votes: number) => ({
  questions: [aQuestion({ id: "auq_a", votes }), aQuestion({ id: "auq_b" })],
  settings,
  addresses: null,
});
const votes = () => documents.store.get().questions.map((one) => [one.id, one.votes, one.voted]);

beforeEach(async () => {
  clock = new FakeClock();
  control = new FakeControl(clock);
  documents = new Documents(control, clock);
  control.lists = { questions: list(3) };
  documents.signalled("questions");
  await clock.pass(500);
  expect(documents.store.get().asking).toEqual({ settings, addresses: null });
  control.read = [];
});

it("takes numbers from the signal and asks for nothing; a question it does not name keeps its own", async () => {
  documents.signalled("votes", { auq_a: 41 });
  await clock.pass(5000);
  expect(votes()).toEqual([
    ["auq_a", 41, false],
    ["auq_b", 0, false],
  ]);
  expect(control.read).toEqual([]);
});

it("asks for the numbers alone when a signal comes without, once for many within half a second", async () => {
  control.lists = { "questions/votes": { votes: { auq_b: 7 } } };
  for (let n = 0; n < 20; n++) documents.signalled("votes");
  await clock.pass(500);
  expect(control.read).toEqual(["questions/votes"]);
  expect(votes()).toEqual([
    ["auq_a", 3, false],
    ["auq_b", 7, false],
  ]);
});

it("an audience is spread: it asks for changed questions within half a second, not at once", async () => {
  clock.random = () => 0.8;
  documents.signalled("questions");
  await clock.pass(300);
  expect(control.read).toEqual([]);
  await clock.pass(200);
  expect(control.read).toEqual(["questions"]);
});

it("shows one's own vote at once and reads nothing; a refused one is put right", async () => {
  const given = documents.vote("auq_a", true);
  expect(votes()[0]).toEqual(["auq_a", 4, true]);
  expect((await given).ok).toBe(true);
  expect(control.posted).toEqual(['questions/auq_a {"action":"vote"}']);
  expect(control.read).toEqual([]);
  control.post = async () => ({ ok: false, refusal: { kind: "conflict", reason: "frozen" } });
  await documents.vote("auq_b", true);
  await clock.pass(0);
  expect(votes()).toEqual([
    ["auq_a", 3, false],
    ["auq_b", 0, false],
  ]);
});
