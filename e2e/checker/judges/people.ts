import type { Evidence, Fact, Operation, Registration } from "../evidence";
import { type Intended, outcomeOf, saidBy } from "../intended";

/** What somebody was told, read as a story: what the rows have to say about one address at one event. */
type Told = {
  eventId: string;
  email: string;
  operations: Operation[];
  /** What each registration said that began anew, in order. */
  entered: string[];
  cancelled: number;
  isIn: boolean;
  isProven: boolean;
  /** Something was never answered, so that nothing can be said. */
  isOpen: boolean;
};

const nameOf = ({ eventId, email }: { eventId: string; email: string }) => `${email} at ${eventId}`;

function tell(told: Told, operation: Operation): void {
  told.operations.push(operation);
  const outcome = outcomeOf(operation);
  if (outcome === "unknown") told.isOpen = true;
  if (outcome !== "ok") return;
  if (operation.kind === "register" && !told.isIn) {
    told.entered.push(saidBy(operation));
    told.isIn = true;
  }
  if (operation.kind === "cancel" && told.isIn) {
    told.cancelled += 1;
    told.isIn = false;
  }
  if (operation.kind === "prove") told.isProven = true;
}

function storiesOf({ operations }: Evidence): Told[] {
  const stories = new Map<string, Told>();
  for (const operation of operations) {
    if (operation.kind === "capacity") continue;
    const name = nameOf(operation);
    const { eventId, email } = operation;
    const nothing = { eventId, email, operations: [], entered: [], cancelled: 0 };
    const told = stories.get(name) ?? { ...nothing, isIn: false, isProven: false, isOpen: false };
    stories.set(name, told);
    tell(told, operation);
  }
  return [...stories.values()];
}

/** Rows and facts by person, looked up once. */
function shelvesOf({ registrations, facts }: Evidence) {
  const rows = Map.groupBy(registrations, nameOf);
  const told = Map.groupBy(facts, ({ registrationId }) => registrationId);
  const factsOf = (row: Registration | undefined): Fact[] => (row && told.get(row.id)) ?? [];
  return { rowsOf: (one: Told) => rows.get(nameOf(one)) ?? [], factsOf };
}

function lostOf(story: Told, row: Registration | undefined): string[] {
  const name = nameOf(story);
  if (story.isIn && (!row || row.status === "cancelled"))
    return [`${name} was told "${story.entered.at(-1)}" and is ${row ? "cancelled" : "not stored"}`];
  const lost = [];
  if (story.isIn && story.entered.at(-1) === "confirmed" && row?.status !== "confirmed")
    lost.push(`${name} had a seat and is ${row?.status}`);
  if (!story.isIn && story.cancelled > 0 && row?.status !== "cancelled")
    lost.push(`${name} was told "cancelled" and is ${row?.status ?? "not stored"}`);
  if (story.isProven && row && !row.isProven) lost.push(`${name} proved the address, and no row says so`);
  return lost;
}

/** I2: what was answered ok is stored; a cancel that was answered ok is gone. */
export function judgeDurability(evidence: Evidence): string[] {
  const { rowsOf } = shelvesOf(evidence);
  return storiesOf(evidence)
    .filter(({ isOpen }) => !isOpen)
    .flatMap((story) => lostOf(story, rowsOf(story)[0]));
}

/** After a yes every further request with the same key gets the same yes. */
export function contradictionsIn({ key, kind, sends }: Intended): string[] {
  const yes = sends.filter(({ outcome }) => outcome === "ok");
  const first = yes[0];
  if (!first) return [];
  const no = sends.filter(({ outcome, sentAt }) => outcome === "fail" && sentAt > first.endedAt);
  return [
    ...no.map(({ status, said }) => `${kind} ${key}: a yes, and then ${status} ${said}`),
    ...yes
      .filter(({ said }) => said !== first.said)
      .map(({ said }) => `${kind} ${key}: "${first.said}", and then "${said}"`),
  ];
}

const ENTRIES: Record<string, string | undefined> = {
  "registration.confirmed": "confirmed",
  "registration.waiting": "waiting",
};

/** What was done for this person is what they were told, neither more nor less. */
function dishonestyOf(story: Told, rows: readonly Registration[], facts: readonly Fact[]): string[] {
  const name = nameOf(story);
  if (story.isOpen) return [`${name}: an outcome stayed unknown, however often it was asked`];
  const entered = facts.flatMap(({ kind }) => ENTRIES[kind] ?? []);
  const cancelled = facts.filter(({ kind }) => kind === "registration.cancelled").length;
  const wanted = story.entered.length > 0 ? 1 : 0;
  return [
    ...(rows.length === wanted ? [] : [`${name}: ${rows.length} rows instead of ${wanted}`]),
    ...(entered.join() === story.entered.join()
      ? []
      : [`${name}: was told "${story.entered.join()}", and "${entered.join()}" happened`]),
    ...(cancelled === story.cancelled
      ? []
      : [`${name}: ${cancelled} cancellations instead of ${story.cancelled}`]),
  ];
}

/** Rows that nobody asked for. */
function strangersIn({ registrations }: Evidence, stories: readonly Told[]): string[] {
  const known = new Set(stories.map(nameOf));
  return registrations
    .filter((row) => !known.has(nameOf(row)))
    .map((row) => `${nameOf(row)} is registered, and nobody asked for it`);
}

/** I3: a refusal leaves nothing; an unknown outcome at most one row, and exactly one once it is asked again. */
export function judgeHonesty(evidence: Evidence): string[] {
  const stories = storiesOf(evidence);
  const { rowsOf, factsOf } = shelvesOf(evidence);
  const welcomed = evidence.operations.filter((one) => one.isBad && outcomeOf(one) === "ok");
  const doubled = Object.entries(evidence.leftBehind).filter(([, rows]) => rows > 1);
  return [
    ...stories.flatMap((story) => dishonestyOf(story, rowsOf(story), factsOf(rowsOf(story)[0]))),
    ...evidence.operations.flatMap(contradictionsIn),
    ...welcomed.map(({ kind, key }) => `${kind} ${key} should have been refused`),
    ...doubled.map(([key, rows]) => `${key} had an unknown outcome and left ${rows} rows`),
    ...strangersIn(evidence, stories),
  ];
}
