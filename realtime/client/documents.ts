import type { z } from "zod";
import { oneAtATime } from "@/lib/one-at-a-time";
import { questionVotes, type RoomQuestion, roomPolls, roomQuestions } from "../audience-api";
import { captionWriters } from "../chat-api";
import type { Topic } from "../protocol";
import { handQueue, roomPeople, roomTalks, roundList } from "../room-api";
import { roomStage } from "../stage-api";
import { untilNextTurn, untilTalkTurns } from "../timing";
import { ChatLog } from "./chat-log";
import { type ListName, type Lists, NOTHING, type RoomDocuments, type Votes } from "./document-lists";
import type { ClockPort, ControlPort, Reply } from "./ports";
import { Store } from "./store";
import { Timers } from "./timers";

const OF_TOPIC: Partial<Record<Topic, readonly ListName[]>> = {
  placement: ["people", "rounds"],
  hands: ["hands"],
  chat: ["chat"],
  chat_anew: ["chat"],
  rounds: ["rounds"],
  talks: ["talks"],
};
const ALL = ["stage", "people", "hands", "chat", "rounds", "talks", "polls", "questions"] as const;
/** Read by whoever looks at it, and from then on like the others: nobody waits for it on the way in. */
const ON_WISH = ["captions"] as const;
/** A whole audience hears the same signal: spread, so that it does not ask in the same moment. */
const JITTER_MS = 500;
/**
 * More time for each who is here when people only come and go: while hundreds come, everybody hears of each of them,
 * and all together ask steadily.
 */
const JITTER_PER_PERSON_MS = 25;
const LONGEST_JITTER_MS = 10_000;
/** A thousand ask within two seconds of a question. */
const QUESTION_JITTER_PER_PERSON_MS = 2;

/** When the numbers of polls are looked at again. */
const BALLOTS = "ballots";
const BALLOTS_MS = 100;
const BALLOTS_MS_PER_PERSON = 5;

/** Topics that a whole audience hears at once and often. */
const SPREAD = ["people", "presence"] as const satisfies readonly Topic[];
type SpreadTopic = (typeof SPREAD)[number];
const timerOf = (name: ListName, topic: SpreadTopic) => `${name} by ${topic}`;

/** How long to wait when the server could not be reached: the signal that asked for it does not come twice. */
const RETRY_MS = 3000;

const TURN_JITTER_MS = 1000;
const LONGEST_HOLD_MS = 6000;

/** Copies of the room's lists, read again whenever a signal says that rows changed. */
export class Documents {
  readonly store = new Store<RoomDocuments>(NOTHING);
  #timers: Timers;
  #ended = false;
  readonly chat = new ChatLog(this);
  /** One request at a time per list; a signal in between causes exactly one more. */
  #read: Record<ListName, () => Promise<void>> = {
    stage: oneAtATime(() => this.#ask("stage")),
    people: oneAtATime(() => this.#ask("people")),
    hands: oneAtATime(() => this.#ask("hands")),
    chat: oneAtATime(() => this.#ask("chat")),
    rounds: oneAtATime(() => this.#ask("rounds")),
    talks: oneAtATime(() => this.#ask("talks")),
    polls: oneAtATime(() => this.#ask("polls")),
    questions: oneAtATime(() => this.#ask("questions")),
    votes: oneAtATime(() => this.#ask("votes")),
    captions: oneAtATime(() => this.#ask("captions")),
  };

  constructor(
    private readonly control: ControlPort,
    private readonly clock: ClockPort,
  ) {
    this.#timers = new Timers(clock);
  }

  /** Until the next signal or `readAll`. */
  close(): void {
    this.#timers.cancelAll();
  }

  /** For good, with the page. */
  end(): void {
    this.#ended = true;
    this.#timers.end();
  }

  /**
   * On the way into another room the connection has thread and server for itself: signals are not heeded until
   * `readAll`, which comes by itself when the way takes long.
   */
  hold(): void {
    const { known } = this.store.get();
    // The other room has messages of its own, also such as were written before the last that is here.
    this.chat.markStale();
    this.store.set({ known: new Set([...known].filter((name) => name !== "chat")) });
    this.#timers.set("held", LONGEST_HOLD_MS, () => this.readAll());
  }

  signalled(topic: Topic, votes?: Votes): void {
    // Whoever missed signals may have missed that words were changed or hidden.
    if (topic === "chat_anew" || topic === "resync") this.chat.markStale();
    if (this.#timers.has("held")) return;
    if (topic === "resync") this.readAll();
    this.#heardByMany(topic, votes);
    if (topic === "ballots") this.#ballotsChanged();
    if (topic === "polls" || topic === "captions") this.#soon(topic);
    for (const name of OF_TOPIC[topic] ?? []) this.clock.after(0, () => void this.#read[name]());
  }

  /** Topics that are read at moments spread out, since many hear them at once. */
  #heardByMany(topic: Topic, votes?: Votes): void {
    if (topic === "votes" && votes) this.count(votes);
    else if (topic === "questions" || topic === "votes" || topic === "stage") this.#spread(topic);
    if (topic === "people" || topic === "presence") this.#peopleChanged(topic);
    // Who comes may be waiting to be let in: hosts alone are told of them.
    if (topic === "presence" && this.store.get().stage?.desk) this.#spread("stage");
  }

  /** A whole audience hears of a question, or of what hosts do, in the same moment; what is signalled until then is in what is read then. */
  #spread(name: "questions" | "votes" | "stage"): void {
    const timer = `${name} spread`;
    if (this.#timers.has(timer)) return;
    const crowdMs = this.store.get().audience * QUESTION_JITTER_PER_PERSON_MS;
    const longestMs = Math.min(Math.max(JITTER_MS, crowdMs), LONGEST_JITTER_MS / 2);
    this.#timers.set(timer, this.clock.random() * longestMs, () => void this.#read[name]());
  }

  /** How many votes questions have now; of those that are not named nothing is said. */
  count(votes: Votes): void {
    const { questions } = this.store.get();
    this.store.set({ questions: questions.map((one) => ({ ...one, votes: votes[one.id] ?? one.votes })) });
  }

  /** Shown at once; the number that counts comes with the next signal, and after a refusal everything as it is. */
  async vote(id: string, on: boolean): Promise<Reply<unknown>> {
    const voted = (one: RoomQuestion) => ({
      ...one,
      voted: on,
      votes: Math.max(0, one.votes + (on ? 1 : -1)),
    });
    const { questions } = this.store.get();
    this.store.set({
      questions: questions.map((one) => (one.id === id && one.voted !== on ? voted(one) : one)),
    });
    const reply = await this.control.post(`questions/${id}`, { action: on ? "vote" : "unvote" });
    if (!reply.ok) void this.#read.questions();
    return reply;
  }

  #peopleChanged(topic: SpreadTopic): void {
    const { audience, talks } = this.store.get();
    const perPerson = topic === "presence" ? audience * JITTER_PER_PERSON_MS : 0;
    this.#readSoon("people", topic, Math.min(Math.max(JITTER_MS, perPerson), LONGEST_JITTER_MS));
    // Who comes or goes may be the partner of a talk; people without talks need not ask.
    if (talks.length > 0) this.#readSoon("talks", topic, JITTER_MS);
  }

  /** A poll was launched, closed or shared, or captions have another writer: everybody asks, and not in the same moment. */
  #soon(name: "polls" | "captions"): void {
    const timer = `${name} soon`;
    if (this.#timers.has(timer)) return;
    this.#timers.set(timer, this.clock.random() * JITTER_MS, () => void this.#read[name]());
  }

  /**
   * Numbers of an open poll, for whoever is shown them: at once where few look, such as hosts, and the later the more do.
   */
  #ballotsChanged(): void {
    const { polls, audience } = this.store.get();
    const isShown = polls.some(({ state, result }) => state === "open" && result !== null);
    if (!isShown || this.#timers.has(BALLOTS)) return;
    const many = polls.some(({ state, shared }) => state === "open" && shared) ? audience : 0;
    const longest = Math.min(BALLOTS_MS + many * BALLOTS_MS_PER_PERSON, LONGEST_JITTER_MS);
    this.#timers.set(BALLOTS, this.clock.random() * longest, () => void this.#read.polls());
  }

  /**
   * Whatever is signalled until then is in what is read then: one look is enough for all of it. Each topic draws its
   * moment once, and whichever comes first is the look for both.
   */
  #readSoon(name: ListName, topic: SpreadTopic, longestMs: number): void {
    const timer = timerOf(name, topic);
    if (this.#timers.has(timer)) return;
    this.#timers.set(timer, this.clock.random() * longestMs, () => {
      for (const one of SPREAD) this.#timers.cancel(timerOf(name, one));
      void this.#read[name]();
    });
  }

  /** Rounds begin and end, and talks can be given up or made longer, by the clock alone: no signal tells of it. */
  turns(name: "rounds" | "talks", inMs: number | null): void {
    const timer = `${name} turn`;
    if (inMs === null) this.#timers.cancel(timer);
    else this.#timers.set(timer, inMs + this.clock.random() * TURN_JITTER_MS, () => this.signalled(name));
  }

  readAll(): void {
    this.#timers.cancel("held");
    const { known } = this.store.get();
    for (const name of [...ALL, ...ON_WISH.filter((one) => known.has(one))])
      this.clock.after(0, () => void this.#read[name]());
  }

  /** What the server said of a list; from now on it is known. */
  keep(name: ListName, value: Partial<Lists>): void {
    const { known } = this.store.get();
    this.store.set({ ...value, known: known.has(name) ? known : new Set([...known, name]) });
  }

  async #ask(name: ListName): Promise<void> {
    if (this.#ended) return;
    this.#timers.cancel(name);
    if ((await READ[name](this)) === "unreachable") this.#timers.set(name, RETRY_MS, this.#read[name]);
  }

  /** A command that moves nobody: what it changes is read again, and nothing else. */
  async send(path: string, body: object, changed: ListName | null): Promise<Reply<unknown>> {
    const reply = await this.control.post(path, body);
    if (changed && !this.#ended) await this.#read[changed]();
    return reply;
  }

  /** Gives what the server answers to `keep`; what it refuses or says in another shape is left as it was. */
  async fetch<Value>(
    path: string,
    schema: z.ZodType<Value>,
    keep: (value: Value) => void,
  ): Promise<"answered" | "unreachable"> {
    const reply = await this.control.get(path);
    if (!reply.ok) return "unreachable" in reply ? "unreachable" : "answered";
    const { data } = schema.safeParse(reply.value);
    if (data !== undefined) keep(data);
    return "answered";
  }
}

const READ: Record<ListName, (documents: Documents) => Promise<"answered" | "unreachable">> = {
  stage: (documents) => documents.fetch("stage", roomStage, (stage) => documents.keep("stage", { stage })),
  people: (documents) => documents.fetch("people", roomPeople, (value) => documents.keep("people", value)),
  hands: (documents) => documents.fetch("hands", handQueue, (value) => documents.keep("hands", value)),
  chat: ({ chat }) => chat.read(),
  captions: (documents) =>
    documents.fetch("captions", captionWriters, ({ writers }) =>
      documents.keep("captions", { captionWriters: writers }),
    ),
  polls: (documents) => documents.fetch("polls", roomPolls, (value) => documents.keep("polls", value)),
  talks: (documents) =>
    documents.fetch("talks", roomTalks, ({ talks, serverNow }) => {
      documents.keep("talks", { talks });
      documents.turns("talks", serverNow === null ? null : untilTalkTurns(talks, Date.parse(serverNow)));
    }),
  questions: (documents) =>
    documents.fetch("questions", roomQuestions, ({ questions, ...asking }) =>
      documents.keep("questions", { questions, asking }),
    ),
  votes: (documents) =>
    documents.fetch("questions/votes", questionVotes, ({ votes }) => documents.count(votes)),
  rounds: (documents) =>
    documents.fetch("rounds", roundList, ({ rounds, serverNow }) => {
      documents.keep("rounds", { rounds });
      documents.turns("rounds", untilNextTurn(rounds, Date.parse(serverNow)));
    }),
};
