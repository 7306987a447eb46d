import { expect, test } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at } from "@/db/testing/rooms";
import { whereAmI } from "../queries";
import { askUnmute } from "./ask-unmute";

test("a host asks for a microphone, and the person hears of it where they are", async () => {
  const { event, host, ada, ben, about } = await aHostRoom();
  expect(await askUnmute({ actor: host.actor, input: about(ada), now: at(5) })).toMatchObject({ ok: true });
  const asked = await whereAmI(ada.actor, { slug: event.slug, tab: "tab-else" }, at(6));
  expect(asked).toMatchObject({ value: { me: { unmuteAskedAt: at(5).toISOString() } } });
  expect(await askUnmute({ actor: ben.actor, input: about(ada), now: at(5) })).toMatchObject({
    failure: { kind: "forbidden" },
  });
  const nobody = { ...about(ada), admissionId: "adm_00000000" };
  expect(refusalOf(await askUnmute({ actor: host.actor, input: nobody }))).toBe("not_found missing_person");
});
