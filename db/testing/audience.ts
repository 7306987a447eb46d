import { askInHall } from "@/domain/interaction/commands/ask-in-hall";
import { askQuestion } from "@/domain/interaction/commands/ask-question";
import { setQuestions } from "@/domain/interaction/commands/set-questions";
import { settleQuestion } from "@/domain/interaction/commands/settle-question";
import { voteQuestion } from "@/domain/interaction/commands/vote-question";
import { listQuestions } from "@/domain/interaction/queries/questions";
import type { Actor } from "@/domain/policy";
import { aLiveEvent, at, type Guest, some } from "./rooms";

/** What is read once for all is read anew after this many seconds without a signal; and nobody asks too fast. */
const STEP = 25;

let keys = 0;
export const newKey = () => `key-${String(++keys).padStart(8, "0")}`;

/** A live event whose audience asks questions. Each thing that is done or read here happens a while after the one before. */
export async function anAudience(values: Parameters<typeof aLiveEvent>[0] = {}) {
  const live = await aLiveEvent({ guests: 4, ...values });
  const [ada, ben, cem, dana] = some(live.people, 4);
  if (!ada || !ben || !cem || !dana) throw new Error("four guests are needed");
  const eventId = live.event.id;
  let second = 5;
  const next = () => {
    second += STEP;
    return at(second);
  };
  const idOfAsked = (result: Awaited<ReturnType<typeof askQuestion | typeof askInHall>>) => {
    if (!result.ok) throw new Error(`the question was refused: ${result.failure.reason}`);
    return result.value.id;
  };
  const ask = async ({ actor }: Pick<Guest, "actor">, text: string, { anonymous = false } = {}) =>
    idOfAsked(
      await askQuestion({ actor, input: { eventId, text, anonymous, clientKey: newKey() }, now: next() }),
    );
  const vote = ({ actor }: Pick<Guest, "actor">, questionId: string, on = true) =>
    voteQuestion({ actor, input: { eventId, questionId, on }, now: next() });
  const settle = (questionId: string, step: string, answer: string | null = null) =>
    settleQuestion({
      actor: live.host.actor,
      input: { eventId, questionId, step, answer },
      now: next(),
    });
  const read = async (actor: Actor) => {
    const listed = await listQuestions(actor, eventId, next());
    if (!listed.ok) throw new Error(`the list was refused: ${listed.failure.reason}`);
    return listed.value;
  };
  /** What this actor sees, the oldest first. */
  const list = async ({ actor }: Pick<Guest, "actor">) => (await read(actor)).questions.reverse();
  const set = async (change: Record<string, unknown>) => {
    const result = await setQuestions({
      actor: live.host.actor,
      input: { eventId, ...change },
      now: next(),
    });
    if (!result.ok) throw new Error(`the settings were refused: ${result.failure.reason}`);
    return result.value;
  };
  return { ...live, ada, ben, cem, dana, eventId, next, ask, vote, settle, read, list, set };
}

/** The same with an address for its hall, and what somebody there does with a browser of their own. */
export async function aHall(values: Parameters<typeof aLiveEvent>[0] = {}) {
  const audience = await anAudience(values);
  const { hall } = await audience.set({ hall: "renew" });
  if (!hall) throw new Error("the hall has no address");
  const aBrowser = () => crypto.randomUUID();
  const askHere = (secret: string, text: string, { name = "", now = audience.next(), token = hall } = {}) =>
    askInHall({
      actor: { type: "guest", seats: [] },
      input: { token, secret, text, name, clientKey: newKey() },
      now,
    });
  return { ...audience, hall, aBrowser, askHere };
}
