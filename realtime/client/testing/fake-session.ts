import { FIRST_CHOICE } from "../media-view";
import { RoomSession } from "../room-session";
import { FakeClock, settle } from "./fake-clock";
import { FakeControl } from "./fake-control";
import { FakeMedia } from "./fake-media";
import { type Diary, FakeRoom } from "./fake-room";

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
  const session = new RoomSession(
    { clock, control, media, makeRoom },
    { slug: "event", entered, choice: FIRST_CHOICE },
  );
  const phase = () => session.state.phase;
  /** The page is open, the room too, and the person clicks „Eintreten“. */
  const click = async (devices = true) => {
    session.open();
    await settle();
    control.answer = { room: "main", epoch: [1, 0] };
    await session.enter(devices);
  };
  const enterMain = async (devices = true) => {
    await click(devices);
    await settle();
  };
  return { clock, control, media, diary, rooms, failing, session, phase, click, enterMain };
}
