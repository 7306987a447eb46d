import { expect, test } from "vitest";
import { aHall } from "@/db/testing/audience";
import { refusalOf } from "@/db/testing/refusals";
import { withdrawInHall } from "./withdraw-in-hall";

test("the browser that asked takes the question back, and no other", async () => {
  const { hall, host, aBrowser, askHere, list, next } = await aHall();
  const [one, other] = [aBrowser(), aBrowser()];
  const asked = await askHere(one, "Lieber doch nicht", { name: "Kim" });
  await askHere(other, "Gibt es Wasser?");
  const questionId = asked.ok ? asked.value.id : "auq_00000000";
  const withdraw = async (secret: string) =>
    refusalOf(
      await withdrawInHall({
        actor: { type: "guest", seats: [] },
        input: { token: hall, secret, questionId },
        now: next(),
      }),
    );
  for (const secret of [other, aBrowser()]) expect(await withdraw(secret)).toBe("not_found missing_question");
  expect(await withdraw(one)).toBe("done");
  expect(await list(host)).toMatchObject([{ text: "Gibt es Wasser?" }]);
});
