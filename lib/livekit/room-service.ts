import "server-only";
import { DataPacket_Kind, RoomServiceClient, ServerError } from "livekit-server-sdk";
import { env } from "@/lib/env";
import { type MediaRights, permissionsOf, rightsOf } from "./grants";

/** LiveKit cannot be reached, refuses, or does not answer in time. */
export class LiveKitUnavailable extends Error {
  override name = "LiveKitUnavailable";

  /** It may be well and only have no time for us. */
  get isSlow(): boolean {
    return this.cause instanceof Error && this.cause.name === "TimeoutError";
  }

  /** It answers, but of this it could not say anything. */
  get isAtALoss(): boolean {
    return this.cause instanceof ServerError;
  }
}

/** One connection as the server sees it; `joinedAtMs` is 0 while its media is not up. */
export type Connection = {
  sid: string;
  identity: string;
  /** What the others see; webhooks do not say. */
  name?: string;
  joinedAtMs: number;
  rights: MediaRights;
  tracks: { sid: string; kind: "audio" | "video"; source: string; muted: boolean }[];
};

const TIMEOUT_SECONDS = 3;
const EMPTY_SECONDS = 300;
const DEPARTURE_SECONDS = 60;
/** A room for one, once they have left; a broken line comes back within this. */
const GONE_SECONDS = 5;

let client: { key: string; service: RoomServiceClient } | undefined;

function service(): RoomServiceClient {
  const { LIVEKIT_API_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env();
  const key = `${LIVEKIT_API_URL} ${LIVEKIT_API_KEY}`;
  if (client?.key !== key) {
    const options = { requestTimeout: TIMEOUT_SECONDS, failover: false };
    client = {
      key,
      service: new RoomServiceClient(LIVEKIT_API_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, options),
    };
  }
  return client.service;
}

/** Turns an outage into LiveKitUnavailable; a room or person that is gone into `gone`. */
async function call<Value>(work: (rooms: RoomServiceClient) => Promise<Value>, gone: Value): Promise<Value> {
  try {
    return await work(service());
  } catch (error) {
    if (error instanceof ServerError && error.status === 404) return gone;
    if (error instanceof ServerError && error.status < 500) throw error;
    throw new LiveKitUnavailable("livekit-server did not answer", { cause: error });
  }
}

/**
 * The same about one room. Where LiveKit is several nodes, a room whose node was killed is still known, and nobody can say
 * anything about it; made again it is given to a node that lives, and has whoever came back to it. `mayBeLost` says of
 * which failures this is tried.
 */
async function callAbout<Value>(name: string, { work, gone, mayBeLost }: AboutRoom<Value>): Promise<Value> {
  try {
    return await call(work, gone);
  } catch (error) {
    if (!(error instanceof LiveKitUnavailable && mayBeLost(error))) throw error;
    await roomService.ensureRoom(name);
    return call(work, gone);
  }
}
type AboutRoom<Value> = {
  work: (rooms: RoomServiceClient) => Promise<Value>;
  gone: Value;
  mayBeLost: (error: LiveKitUnavailable) => boolean;
};

/** The only way to LiveKit's room API. Every call but `ensureRoom` is content when its target is gone. */
export const roomService = {
  /** Creates the room, or does nothing when it is there. */
  ensureRoom: async (name: string): Promise<void> => {
    await call(
      (rooms) => rooms.createRoom({ name, emptyTimeout: EMPTY_SECONDS, departureTimeout: DEPARTURE_SECONDS }),
      undefined,
    );
  },

  /** A room that has place for one, and goes soon after that one has left or has not come. */
  openForOne: async (name: string, comesWithin: number): Promise<void> => {
    const times = { emptyTimeout: comesWithin, departureTimeout: GONE_SECONDS };
    await call((rooms) => rooms.createRoom({ name, maxParticipants: 1, ...times }), undefined);
  },

  deleteRoom: (name: string): Promise<void> =>
    callAbout(name, {
      work: (rooms) => rooms.deleteRoom(name),
      gone: undefined,
      // The node that is asked waits for the lost one for longer than we do.
      mayBeLost: (error) => error.isAtALoss || error.isSlow,
    }),

  /** Names of the rooms among `names` that exist at LiveKit. */
  listRooms: async (names: string[]): Promise<string[]> => {
    if (names.length === 0) return [];
    const found = await call((rooms) => rooms.listRooms(names), []);
    return found.map((room) => room.name);
  },

  /** Names of all rooms at LiveKit that are older than this. */
  listOlder: async (before: Date): Promise<string[]> => {
    const found = await call((rooms) => rooms.listRooms(), []);
    return found
      .filter((room) => Number(room.creationTime) * 1000 < before.getTime())
      .map(({ name }) => name);
  },

  /** Everybody connected to the room, hidden people and those whose media is not up yet included. */
  listParticipants: async (name: string): Promise<Connection[]> => {
    const found = await callAbout(name, {
      work: (rooms) => rooms.listParticipants(name),
      gone: [],
      mayBeLost: (error) => error.isAtALoss,
    });
    return found.map((person) => ({
      sid: person.sid,
      identity: person.identity,
      name: person.name,
      joinedAtMs: Number(person.joinedAtMs),
      rights: rightsOf(person.permission),
      tracks: person.tracks.map((track) => ({
        sid: track.sid,
        kind: track.type === 0 ? ("audio" as const) : ("video" as const),
        source: trackSources[track.source] ?? "unknown",
        muted: track.muted,
      })),
    }));
  },

  removeParticipant: (name: string, identity: string): Promise<void> =>
    call((rooms) => rooms.removeParticipant(name, identity), undefined),

  /** Replaces all permissions of a connection, and its name where one is given; tracks it may not send any more are taken down. */
  updatePermissions: async (
    room: string,
    identity: string,
    { name, ...rights }: MediaRights & { name?: string },
  ): Promise<void> => {
    const changed = { permission: permissionsOf(rights), ...(name === undefined ? {} : { name }) };
    await call(async (rooms) => {
      await rooms.updateParticipant(room, identity, changed);
    }, undefined);
  },

  /** A passing word to everybody in the room; whom it does not reach has missed nothing. Receivers see no sender. */
  sendToAll: async (name: string, topic: string, text: string): Promise<void> => {
    const bytes = new TextEncoder().encode(text);
    await call((rooms) => rooms.sendData(name, bytes, DataPacket_Kind.LOSSY, { topic }), undefined);
  },

  /** The same for what has to arrive whole and in its order; up to 15 kB. */
  sendReliably: async (name: string, topic: string, text: string): Promise<void> => {
    const bytes = new TextEncoder().encode(text);
    await call((rooms) => rooms.sendData(name, bytes, DataPacket_Kind.RELIABLE, { topic }), undefined);
  },

  /** Mutes one published track. There is no way back from here: only the person unmutes. */
  muteTrack: async (name: string, identity: string, trackSid: string): Promise<void> => {
    await call(async (rooms) => {
      await rooms.mutePublishedTrack(name, identity, trackSid, true);
    }, undefined);
  },
};

const trackSources = ["unknown", "camera", "microphone", "screen_share", "screen_share_audio"] as const;
