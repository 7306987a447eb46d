import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { asJson } from "../../lib/ics/reading/command";
import { EVENT_OCCURRENCES } from "../../lib/ics/reading/limits";
import { readApart } from "../../lib/ics/reading/read-apart";
import { bundlePrograms } from "./bundle.mjs";
import { root } from "./folders.mjs";

const DATA = join(root, "..", "shared", "data", "ics");
const isThere = existsSync(join(DATA, "INDEX.md"));

type Expected = { file: string; kind: string; events: number; occurrences: string; window: string };

const kinds = new Set(["ok", "partial", "reject", "empty", "hostile", "busy", "meta", "huge"]);

/** The rows of the table „Expected outcomes“. */
function expectedOutcomes(): Expected[] {
  const rows = readFileSync(join(DATA, "INDEX.md"), "utf8").split("\n");
  return rows.flatMap((row) => {
    const [, file = "", kind = "", events, occurrences = "", window = ""] = row
      .split("|")
      .map((cell) => cell.trim());
    if (!file.endsWith(".ics") || !kinds.has(kind)) return [];
    return [{ file, kind, events: Number(events), occurrences, window }];
  });
}

/** Sources that differ from our reader in a way that the table allows. */
const alsoRight = new Map([["sabre__bymonth_in_daily.ics", [8, 9]]]);

function isAsExpected({ file, occurrences }: Expected, count: number): boolean {
  if (occurrences === "capped") return count === EVENT_OCCURRENCES;
  const [low = Number.NaN, high = low] = (alsoRight.get(file) ?? occurrences.split(/ or | to /)).map(Number);
  return count >= low && count <= high;
}

const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

function requestFor(window: string) {
  const [, from = "1900-01-01", to = "2100-01-01"] = /^(\S+) to (\S+)$/.exec(window) ?? [];
  return { period: { from: dayOf(from), to: dayOf(to) }, zone: "Europe/Berlin", tentativeBlocks: true };
}

const read = (file: string, window = "all") => readApart(readFileSync(join(DATA, file)), requestFor(window));

beforeAll(async () => {
  await bundlePrograms();
});

const described = isThere ? describe : describe.skip;
if (!isThere) process.stderr.write(`skipped: no calendars of others to read in ${DATA}\n`);

described("every calendar of the collection", { timeout: 30_000 }, () => {
  const outcomes = isThere ? expectedOutcomes() : [];

  it("is known to the table", () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(85);
  });

  it.each(outcomes)("$file ($kind)", async (expected) => {
    const reading = await read(expected.file, expected.window);
    const json = asJson(reading);
    if (expected.kind === "reject") {
      expect(reading.ok).toBe(false);
      return;
    }
    expect(json).toMatchObject({ ok: true, events: expected.events });
    const isFine = isAsExpected(expected, json.occurrences.length);
    expect([json.occurrences.length, isFine]).toEqual([json.occurrences.length, true]);
    expect(json.occurrences.every(({ startsAt, endsAt }) => startsAt <= endsAt)).toBe(true);
    if (expected.kind === "partial") expect(json.problems).not.toEqual([]);
  });

  it("what is listed as busy, is cancelled or shown as free counts as such", async () => {
    const counted = async (file: string) => asJson(await read(file)).busy?.length;
    expect(await counted("nodeical__vfreebusy-zimbra.ics")).toBe(29);
    expect(await counted("synth__method_cancel.ics")).toBe(0);
    expect(await counted("rie__issue_18_cancel_status.ics")).toBe(2);
    expect(await counted("nodeical__date_only_until_birthday.ics")).toBe(3);
  });
});

/** A zone whose clock changes every second from the year 1 on: reading it takes as long as it is let. */
const endless = [
  ...["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:00010101T000000"],
  ...["RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE"],
  ...["BEGIN:VEVENT", "DTSTART;TZID=X:20270110T080000", "END:VEVENT", "END:VCALENDAR"],
].join("\r\n");
const usual = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:20270110T080000Z", "DURATION:PT1H"];
const plain = [...usual, "END:VEVENT", "END:VCALENDAR"].join("\n");

describe("a file that would take for ever", { timeout: 30_000 }, () => {
  it("is given up, while the process goes on, and the next one is read as ever", async () => {
    let ticks = 0;
    const clock = setInterval(() => ticks++, 10);
    const reading = await readApart(Buffer.from(endless), requestFor("all"), { ms: 400 });
    clearInterval(clock);
    expect(reading).toMatchObject({ ok: false, reason: "too_hard" });
    expect(ticks).toBeGreaterThan(0);
    expect(asJson(await readApart(Buffer.from(plain), requestFor("all"))).busy).toHaveLength(1);
  });

  it("is not even begun when it is too large", async () => {
    const large = new Uint8Array(5 * 1024 * 1024 + 1);
    expect(await readApart(large, requestFor("all"), { program: "nowhere" })).toMatchObject({
      reason: "too_large",
    });
  });
});
