import { baseUrl } from "../fixtures/environment";
import { appIsReady } from "../fixtures/processes";
import { type Answer, Visitor } from "../fixtures/visitor";

export type Attempt = { form: Record<string, string> & { email: string }; answer: Answer };
type Target = { id: string; slug: string };

/** 303 to the confirmation: the product said yes, and what to. */
export const promised = ({ answer }: Attempt): "confirmed" | "waiting" | undefined => {
  const match = /\/registered(\?state=waiting)?$/.exec(answer.status === 303 ? answer.location : "");
  if (!match) return undefined;
  return match[1] ? "waiting" : "confirmed";
};

const nothing: Answer = { status: 0, headers: {}, text: "", location: "" };

/** Posts the form as a browser does, from a network address of its own where the machine has many; 0 where no answer came. */
export const send = (form: Attempt["form"], lane: number, at = baseUrl): Promise<Answer> =>
  new Visitor(at)
    .ask("/api/registrations", {
      form,
      ...(process.platform === "linux" ? { from: `127.0.1.${lane + 1}` } : {}),
    })
    .catch(() => nothing);

/**
 * So many people at a time, each followed by the next until told to stop. Whoever is told that the database is away
 * looks for its return before the next one tries.
 */
export function registerSteadily(event: Target, lanes: number, at = baseUrl) {
  const run = Date.now().toString(36);
  const attempts: Attempt[] = [];
  let isOver = false;
  const lane = async (number: number) => {
    for (let turn = 1; !isOver; turn += 1) {
      const email = `stetig-${run}-${number}-${turn}@example.org`;
      const key = crypto.randomUUID();
      const form = { eventId: event.id, name: "Rolf Rückkehr", email, locale: "de", idempotencyKey: key };
      const answer = await send(form, number, at);
      attempts.push({ form, answer });
      if (answer.status === 503) await appIsReady();
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return {
    attempts,
    stop: async () => {
      isOver = true;
      await done;
    },
  };
}
