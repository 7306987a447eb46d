import type { Note } from "@/components/technical-test/use-findings";
import { aboutNoRoom, aboutPlenum, aboutRoom } from "@/realtime/client/findings";
import { askForCheckRoom } from "@/realtime/client/http-control";
import { probePlenum } from "@/realtime/client/plenum-probe";

/** LiveKit's client is large: whoever never presses the button does not load it. */
const loadProbe = () => import("@/realtime/client/room-probe").catch(() => undefined);

/** From here to Plenum, from here to the room server, and the way of sound and picture, one after the other. */
export async function testConnection(note: Note): Promise<void> {
  const plenum = aboutPlenum(await probePlenum());
  note("plenum", plenum);
  const probe = plenum.reason === "plenum_away" ? undefined : await loadProbe();
  if (!probe) {
    note("signal", { reason: "signal_untested" });
    return note("media", { reason: "media_untested" });
  }
  const room = await askForCheckRoom();
  if (!room.ok) {
    note("signal", aboutNoRoom(room));
    return note("media", { reason: "media_untested" });
  }
  const { signal, media } = aboutRoom(await probe.probeRoom(room.value));
  note("signal", signal);
  note("media", media);
}
