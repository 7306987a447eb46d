import { RoomSession } from "../room-session";
import { FakeClock } from "./fake-clock";
import { FakeControl } from "./fake-control";
import { FakeMedia } from "./fake-media";
import { type Diary, FakeRoom } from "./fake-room";

const choice = { mic: true, cam: true, listenOnly: false, micId: "", camId: "", speakerId: "" };

/** A room session in a world of fakes. `failing`: names of rooms that cannot be connected to. */
export function fakeSession({ entered = false } = {}) {
  const clock = new FakeClock();
  const control = new FakeControl(clock);
  const media = new FakeMedia();
  const diary: Diary = [];
  const rooms: FakeRoom[] = [];
  const failing = new Set<string>();
  const makeRoom = () => {
    const room = new FakeRoom(diary, failing);
    rooms.push(room);
    return room;
  };
  const session = new RoomSession({ clock, control, media, makeRoom }, { slug: "event", entered, choice });
  return { clock, control, media, diary, rooms, failing, session };
}
