import { expect, test, vi } from "vitest";
import { aHostRoom } from "@/db/testing/host-room";
import { refusalOf } from "@/db/testing/refusals";
import { at, plenaryOf } from "@/db/testing/rooms";
import { roomService } from "@/lib/livekit/room-service";
import { closeShares, stopShare } from "./stop-share";

const rights = { mic: true, cam: true, screen: true, data: true, hidden: false };
const track = (sid: string, source: string, muted = false) => ({
  ...{ sid, source, muted },
  kind: source === "screen_share" || source === "camera" ? ("video" as const) : ("audio" as const),
});

test("picture and sound of a shared screen go dark, and nothing else of this person or of anybody", async () => {
  const { event, host, ada, ben, about } = await aHostRoom();
  const { lkName } = await plenaryOf(event);
  const tracks = [
    ...[track("TR_cam", "camera"), track("TR_mic", "microphone")],
    ...[track("TR_screen", "screen_share"), track("TR_sound", "screen_share_audio")],
    track("TR_dark", "screen_share", true),
  ];
  const one = (identity: string) => ({ sid: `PA_${identity}`, identity, joinedAtMs: 1, rights, tracks });
  const listed = vi
    .spyOn(roomService, "listParticipants")
    .mockResolvedValue([one(ada.admissionId), one(ben.admissionId)]);
  const closed = vi.spyOn(roomService, "muteTrack").mockResolvedValue();
  expect(refusalOf(await stopShare({ actor: ben.actor, input: about(ada), now: at(1) }))).toBe(
    "forbidden not_allowed",
  );
  expect(refusalOf(await stopShare({ actor: host.actor, input: about(ada), now: at(1) }))).toBe("done");
  expect(listed, "nothing is asked before the commit").not.toHaveBeenCalled();
  expect(await closeShares(about(ada))).toBe(2);
  expect(closed.mock.calls.toSorted()).toEqual([
    [lkName, ada.admissionId, "TR_screen"],
    [lkName, ada.admissionId, "TR_sound"],
  ]);
  vi.restoreAllMocks();
});
