import { expect } from "@playwright/test";
import { z } from "zod";
import { sql } from "../fixtures/database";
import type { Afternoon } from "./afternoon";
import { minutesOf } from "./connected";
import {
  anybody,
  askedBy,
  type Counted,
  isFew,
  isMet,
  needsOf,
  of,
  ofAll,
  ofNetwork,
  ofPair,
  ofPerson,
  outcomesOf,
  outcomesOfPair,
  pairsOfNetworks,
  withoutTalk,
} from "./expected";
import { lineIn, numberIn, outcomesIn, type Reported, reportOf } from "./reported";
import { everybody, NETWORKS, needOf, PEOPLE } from "./script";

const WITHOUT_TALK = "Davon ohne Gespräch";
const UNMET = "Ohne Gespräch";

const networkNames = async () =>
  new Map(
    (await sql(z.object({ slug: z.string(), name: z.string() }), "select slug, name from networks")).map(
      ({ slug, name }) => [slug, name],
    ),
  );

function compareTotal(counted: Counted, total: Reported | undefined): void {
  if (!total) throw new Error("the report has no total");
  expect(lineIn(total)).toEqual(ofAll(counted));
  expect(numberIn(total, "Personen")).toBe(PEOPLE);
  expect(numberIn(total, WITHOUT_TALK)).toBe(withoutTalk(counted, anybody));
  expect(outcomesIn(total)).toEqual(outcomesOf(counted, anybody));
}

function comparePeople(counted: Counted, people: Afternoon["people"], lines: readonly Reported[]): void {
  expect(lines).toHaveLength(PEOPLE);
  for (const { nth, name } of people) {
    const line = lines.find((one) => one.name === name);
    if (!line) throw new Error(`${name} is not in the report`);
    expect(lineIn(line), name).toEqual(ofPerson(counted, nth));
    expect(numberIn(line, "Selbst gefragt"), name).toBe(askedBy(counted, nth));
    expect(numberIn(line, UNMET), name).toBe(isMet(counted, nth) ? 0 : 1);
    expect(outcomesIn(line), "what somebody said stays with them").toBeUndefined();
  }
}

type Named = { lines: readonly Reported[]; names: ReadonlyMap<string, string> };

function compareNetworks(counted: Counted, { lines, names }: Named): void {
  expect(lines).toHaveLength(NETWORKS.length);
  for (const network of NETWORKS) {
    const line = lines.find((one) => one.name === names.get(network));
    if (!line) throw new Error(`${network} is not in the report`);
    expect(lineIn(line), network).toEqual(ofNetwork(counted, network));
    expect(numberIn(line, "Personen"), network).toBe(everybody.filter(of(network)).length);
    expect(numberIn(line, WITHOUT_TALK), network).toBe(withoutTalk(counted, of(network)));
    expect(outcomesIn(line), network).toEqual(outcomesOf(counted, of(network)));
  }
}

/**
 * Two networks. Where too few people of a foreign one have part, nothing is told; and then, so that it can't be read off the
 * sum, nothing of another pair of that network either.
 */
function comparePairs(counted: Counted, { lines, names }: Named): void {
  const few = pairsOfNetworks.filter(([one, other]) => isFew(counted, one, other));
  for (const [one, other] of pairsOfNetworks) {
    const what = `${one} and ${other}`;
    const expected = ofPair(counted, one, other);
    const both = [names.get(one), names.get(other)].toSorted().join();
    const line = lines.find(({ name, second }) => [name, second].toSorted().join() === both);
    if (expected.requested + expected.talks === 0) {
      expect(line, what).toBeUndefined();
      continue;
    }
    if (!line) throw new Error(`${what} are not in the report`);
    const told = lineIn(line);
    if (isFew(counted, one, other)) expect(told, what).toBeUndefined();
    else if (few.length === 0) expect(told, what).toEqual(expected);
    else expect([undefined, expected], what).toContainEqual(told);
    const said = outcomesIn(line);
    if (said) expect(said, what).toEqual(outcomesOfPair(counted, one, other));
  }
}

function compareTopics(counted: Counted, lines: readonly Reported[]): void {
  const tags = [...new Set(everybody.map(needOf))];
  const expected = tags
    .map((tag) => needsOf(counted, tag))
    .map(({ sought, unmet, offered }) => `${sought} ${unmet} ${offered}`);
  const told = lines.map((line) =>
    ["Gesucht von", UNMET, "Angeboten von"].map((column) => numberIn(line, column)).join(" "),
  );
  expect(told.toSorted()).toEqual(expected.toSorted());
}

/** Every number of the report against the script. */
export async function compareReport(afternoon: Afternoon): Promise<void> {
  const { talks, asked } = afternoon;
  const counted: Counted = { talks, asked, minutes: await minutesOf(afternoon) };
  const [lines, names] = [await reportOf(afternoon), await networkNames()];
  const at = (level: string) => lines.filter((line) => line.level === level);
  compareTotal(counted, at("Gesamt")[0]);
  comparePeople(counted, afternoon.people, at("Person"));
  compareNetworks(counted, { lines: at("Netzwerk"), names });
  comparePairs(counted, { lines: at("Zwei Netzwerke"), names });
  compareTopics(counted, at("Thema"));
}
