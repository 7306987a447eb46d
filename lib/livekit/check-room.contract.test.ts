import { decodeJwt } from "jose";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { accessToken } from "./access-token";
import { closeCheckRooms, isCheckRoom, openCheckRoom } from "./check-room";
import { roomService } from "./room-service";
import { connect, disconnectAll, speak } from "./testing/bot";

afterAll(disconnectAll);
const roomOf = (token: string) => z.object({ room: z.string() }).parse(decodeJwt(token).video).room;
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test("one person comes in and can send; a second one is kept out, whatever their token says", async () => {
  const { token } = await openCheckRoom();
  const room = roomOf(token);
  expect(isCheckRoom(room)).toBe(true);
  await speak(await connect(token));
  const rights = { mic: true, cam: false, screen: false, data: false, hidden: false };
  const second = await accessToken({ identity: "second", name: "", room, rights });
  await expect(connect(second)).rejects.toThrow();
  expect(await roomService.listParticipants(room)).toMatchObject([{ identity: "check" }]);
  await roomService.deleteRoom(room);
});

test("rooms of tests that were left open are ended after some minutes, and no others", async () => {
  const rooms = [roomOf((await openCheckRoom()).token), roomOf((await openCheckRoom()).token)];
  const ofAnEvent = `r-check-${process.pid}-${Date.now()}`;
  await roomService.ensureRoom(ofAnEvent);
  await closeCheckRooms(new Date());
  expect((await roomService.listRooms(rooms)).toSorted()).toEqual(rooms.toSorted());
  expect(await closeCheckRooms(later(4))).toBeGreaterThanOrEqual(2);
  expect(await roomService.listRooms(rooms)).toEqual([]);
  expect(await roomService.listRooms([ofAnEvent])).toEqual([ofAnEvent]);
  await roomService.deleteRoom(ofAnEvent);
});
