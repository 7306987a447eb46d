import { expect, test } from "vitest";
import { aHall } from "@/db/testing/audience";
import { refusalOf } from "@/db/testing/refusals";
import { voteInHall } from "./vote-in-hall";

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
