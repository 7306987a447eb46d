import { expect, test } from "vitest";
import { db } from "@/db/client";
import { aHall } from "@/db/testing/audience";
import { refusalOf } from "@/db/testing/refusals";
import { inTurn } from "@/domain/kernel/turns";
import { hallPage, secretHashOf } from "../queries/hall";
import { voteInHall } from "./vote-in-hall";
import { withdrawInHall } from "./withdraw-in-hall";

test("each browser has one vote beside those of the room; hosts see how many are from the hall", async () => {
  const { hall, host, ada, ben, cem, aBrowser, askHere, ask, vote, list, next } = await aHall();
  const id = await ask(ada, "Wann ist Pause?");
  await vote(ben, id);
  const here = async (secret: string, questionId: string, on = true) =>
    refusalOf(
      await voteInHall({
        actor: { type: "guest", seats: [] },
        input: { token: hall, secret, questionId, on },
        now: next(),
      }),
    );
  const [one, other] = [aBrowser(), aBrowser()];
  for (const secret of [one, one, other]) expect(await here(secret, id)).toBe("done");
  expect(await list(cem)).toMatchObject([{ votes: 3, hallVotes: 0 }]);
  expect(await list(host)).toMatchObject([{ votes: 3, hallVotes: 2 }]);
  expect(await here(other, id, false)).toBe("done");
  expect(await list(cem)).toMatchObject([{ votes: 2 }]);
  const own = await askHere(one, "Ist der Ton gut?");
  expect(await here(one, own.ok ? own.value.id : "")).toBe("conflict own_question");
  expect(await here("short", id)).toContain("invalid input");
});

test("a browser that knocks many times at once keeps no connection from the others", async () => {
  const { hall, ada, aBrowser, ask, list, next } = await aHall();
  const questionId = await ask(ada, "Wann ist Pause?");
  const now = next();
  const votes = (secret: string) =>
    voteInHall({
      actor: { type: "guest", seats: [] },
      input: { token: hall, secret, questionId, on: true },
      now,
    });
  const [noisy, calm] = [aBrowser(), aBrowser()];
  let noise: Promise<unknown>[] = [];
  await db().transaction(async (tx) => {
    await inTurn(tx, "room-writes", secretHashOf(noisy));
    noise = Array.from({ length: 40 }, () => votes(noisy));
    expect(refusalOf(await votes(calm))).toBe("done");
  });
  await Promise.allSettled(noise);
  expect(await list(ada)).toMatchObject([{ votes: 2 }]);
});

test("the address of one hall reaches no question of another, and a browser is somebody else in each", async () => {
  const [one, other] = [await aHall(), await aHall()];
  const secret = one.aBrowser();
  const foreign = await other.ask(other.ada, "Nebenan?");
  const asked = await other.askHere(secret, "Im anderen Saal?");
  const own = asked.ok ? asked.value.id : "";
  const input = { token: one.hall, secret, on: true };
  const nobody = { type: "guest", seats: [] } as const;
  for (const questionId of [foreign, own]) {
    const voted = await voteInHall({ actor: nobody, input: { ...input, questionId }, now: one.next() });
    expect(refusalOf(voted)).toBe("not_found missing_question");
    const taken = { token: one.hall, secret, questionId };
    expect(refusalOf(await withdrawInHall({ actor: nobody, input: taken, now: one.next() }))).toBe(
      "not_found missing_question",
    );
  }
  expect(await other.list(other.host)).toMatchObject([{ votes: 0 }, { id: own, votes: 0 }]);
  expect((await hallPage(one.hall, secret, one.next()))?.questions).toEqual([]);
});
