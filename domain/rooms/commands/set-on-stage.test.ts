import { expect, test } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at, type Guest, whereIs } from "@/db/testing/rooms";
import { setOnStage } from "./set-on-stage";
import { switchBackstage } from "./switch-backstage";

test("only speakers are brought onto the stage, and only by hosts", async () => {
  const { event, host, ada, ben, input, about, become } = await aHostRoom("stage");
  await become(ada, "speaker", 1);
  await switchBackstage({ actor: host.actor, input: { ...input, open: true }, now: at(2) });
  const bring = async (one: Pick<Guest, "admissionId">, on: boolean, actor = host.actor) =>
    refusalOf(await setOnStage({ actor, input: { ...about(one), on }, now: at(4) }));
  expect(await bring(ben, true)).toBe("conflict not_speaker");
  expect(await bring(host, false)).toBe("conflict not_speaker");
  expect(await bring(ada, true, ada.actor)).toBe("forbidden not_allowed");
  expect(await bring({ admissionId: "adm_00000000" }, true)).toBe("not_found missing_person");
  expect(await whereIs(event, ada, at(5))).toBe("Backstage");
  expect(await bring(ada, true)).toBe("done");
  expect(await whereIs(event, ada, at(5))).toBe("main");
});
