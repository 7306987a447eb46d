import { expect, test } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at, joined } from "@/db/testing/rooms";
import { listPeople } from "../queries";
import { rename } from "./rename";

test("a name that hosts gave holds when the person comes back; the lists say it", async () => {
  const { event, host, ada, ben, about } = await aHostRoom();
  const input = { ...about(ada), name: "  Ada (Gast)  " };
  expect(await rename({ actor: host.actor, input, now: at(5) })).toMatchObject({
    value: { name: "Ada (Gast)" },
  });
  await joined(event, ada.actor, { tab: ada.tab, now: at(6) });
  const listed = await listPeople(host.actor, event.id, at(7));
  if (!listed.ok) throw new Error("hosts see everybody");
  const named = listed.value.people.find(({ admissionId }) => admissionId === ada.admissionId);
  expect(named?.name).toBe("Ada (Gast)");
  expect(await rename({ actor: ben.actor, input, now: at(5) })).toMatchObject({
    failure: { kind: "forbidden" },
  });
});

test.each([
  [" ", "invalid"],
  ["x".repeat(81), "invalid"],
])("%s is no name", async (name, kind) => {
  const { host, ada, about } = await aHostRoom();
  const wrong = await rename({ actor: host.actor, input: { ...about(ada), name } });
  expect(refusalOf(wrong)).toContain(kind);
});
