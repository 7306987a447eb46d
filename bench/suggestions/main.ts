import { parseArgs } from "node:util";
import { afterChange } from "@/domain/matchmaking/internal/suggestions/change";
import { listsOf } from "@/domain/matchmaking/internal/suggestions/lists";
import { populationOf } from "@/domain/matchmaking/internal/suggestions/population";
import { EXPOSURE, SUGGESTIONS } from "@/domain/matchmaking/rules";
import { machine } from "../kit/machine";
import { finish, invariant, speed } from "../kit/report";
import { timesOf } from "../kit/statistics";
import { type Generated, generate } from "./crowd";
import { bestForMe, drawn, truthful } from "./others";
import { qualityOf, type Suggested, truthOf } from "./quality";

const SLOTS = 20;
const ALL_LISTS_MS = 5_000;
const ONE_LIST_MS = 50;
const ROUNDS = 5;
const CHANGES = 200;

const never = () => false;
const msOf = <Made>(make: () => Made): { made: Made; ms: number } => {
  const since = performance.now();
  const made = make();
  return { made, ms: performance.now() - since };
};

const listedBy = (crowd: readonly Generated[]): Suggested =>
  listsOf(populationOf(crowd.map(({ said }) => said)), never).of.map((list) =>
    list.map(({ index }) => index),
  );

/** The floor of all lists: looking at every pair once and adding up a number, which any way that compares all must do. */
function everyPair(crowd: readonly Generated[]): number {
  let sum = 0;
  for (const a of crowd) for (const b of crowd) sum += a.said.free.length * b.said.free.length;
  return sum;
}

function timesOfLists(crowd: readonly Generated[]) {
  const people = crowd.map(({ said }) => said);
  const rounds = Array.from({ length: ROUNDS }, () => msOf(() => listsOf(populationOf(people), never)));
  const lists = rounds[0]?.made ?? { of: [], exposure: [] };
  const changes = Array.from({ length: CHANGES }, (_, at) => {
    const me = (at * 37) % people.length;
    const other = crowd[(me + 1) % crowd.length]?.said;
    const changed = people.map((one, index) => (index === me && other ? { ...other, id: one.id } : one));
    return msOf(() => afterChange(populationOf(changed), { lists, me, apart: never })).ms;
  });
  return { lists, all: timesOf(rounds.map(({ ms }) => ms)), one: timesOf(changes) };
}

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    people: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
  },
});
const [count, seed] = [Number(values.people), Number(values.seed)];
const crowd = generate(count, { seed, slots: SLOTS });
const truth = truthOf(crowd);
const quality = {
  suggestions: qualityOf(listedBy(crowd), truth),
  drawnAmongThoseWithACommonTag: qualityOf(drawn(crowd, seed), truth),
  bestForOneselfAlone: qualityOf(bestForMe(crowd), truth),
  sameRuleIfAllSaidAll: qualityOf(listedBy(truthful(crowd)), truth),
  worthItPerPerson: Math.round((truth.reduce((sum, one) => sum + one.size, 0) / count) * 10) / 10,
};
const { lists, all, one } = timesOfLists(crowd);
const most = Math.max(...lists.exposure);
const { suggestions: ours, bestForOneselfAlone: alone, drawnAmongThoseWithACommonTag: random } = quality;

finish(
  {
    bench: "suggestions",
    quick: count < 2000,
    machine: machine(),
    results: { people: count, seed, quality, all, one, mostLists: most },
    floors: { everyPairMs: msOf(() => everyPair(crowd)).ms },
    verdicts: [
      invariant(
        `nobody stands in more than ${EXPOSURE} lists, none is longer than ${SUGGESTIONS}`,
        `${most}`,
        most <= EXPOSURE,
      ),
      invariant(
        "better than drawn by lot and than everybody's own search",
        `${ours.precision} against ${random.precision} and ${alone.precision}`,
        ours.precision > random.precision && ours.precision > alone.precision,
      ),
      invariant(
        "more evenly spread than everybody's own search",
        `Gini ${ours.gini} against ${alone.gini}`,
        ours.gini < alone.gini,
      ),
      speed(`all lists of ${count} people, slowest of ${ROUNDS}`, `<= ${ALL_LISTS_MS} ms`, [
        `${all.maxMs} ms`,
        all.maxMs <= ALL_LISTS_MS,
      ]),
      speed("one person's list after a change, p95", `<= ${ONE_LIST_MS} ms`, [
        `${one.p95Ms} ms`,
        one.p95Ms <= ONE_LIST_MS,
      ]),
    ],
  },
  values.out,
);
