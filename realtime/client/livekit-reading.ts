import {
  ConnectionQuality,
  type Participant,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
  Track,
  TrackPublication,
} from "livekit-client";
import { asideIn } from "@/domain/rooms/rules/asides";
import { playable } from "./livekit-tracks";
import type { Beside, Presence, RoomReading } from "./ports";

const QUALITY: Record<ConnectionQuality, Presence["quality"]> = {
  [ConnectionQuality.Excellent]: "good",
  [ConnectionQuality.Good]: "good",
  [ConnectionQuality.Poor]: "poor",
  [ConnectionQuality.Lost]: "lost",
  [ConnectionQuality.Unknown]: "unknown",
};

/** What the room looks like now, without any LiveKit object. */
export function readingOf(room: Room): RoomReading {
  const remote = [...room.remoteParticipants.values()];
  const publications = remote.flatMap(publicationsOf);
  const here = remote.filter(({ identity }) => !asideIn(identity));
  return {
    people: [...here.map((person) => presence(person)), presence(room.localParticipant, true)],
    asides: remote.flatMap(beside),
    speakers: room.activeSpeakers.map((person) => person.identity).filter((id) => !asideIn(id)),
    tracks: publications.filter((one) => one.track).length,
    awaited: publications.filter(isAwaited).map((one) => one.trackSid),
    canPlay: room.canPlaybackAudio,
    mayPublish: room.localParticipant.permissions?.canPublish ?? false,
  };
}

/** Wanted and allowed, and the server has not begun to send it; what is muted from the start sends nothing. */
export const isAwaited = ({ isMuted, subscriptionStatus, permissionStatus }: RemoteTrackPublication) =>
  !isMuted &&
  subscriptionStatus === TrackPublication.SubscriptionStatus.Desired &&
  permissionStatus === TrackPublication.PermissionStatus.Allowed;

export const publicationsOf = (person: RemoteParticipant) => [...person.trackPublications.values()];

function presence(person: Participant, own = false): Presence {
  const mic = person.getTrackPublication(Track.Source.Microphone);
  return {
    id: person.identity,
    name: person.name ?? "",
    own,
    joinedAt: person.joinedAt?.getTime() ?? 0,
    micMuted: mic?.isMuted ?? true,
    hasMic: mic !== undefined,
    camera: picture(person.getTrackPublication(Track.Source.Camera)),
    screen: picture(person.getTrackPublication(Track.Source.ScreenShare)),
    voices: own ? [] : voicesOf(person),
    quality: QUALITY[person.connectionQuality],
  };
}

function beside(person: Participant): Beside[] {
  const aside = asideIn(person.identity);
  if (!aside) return [];
  return [{ id: person.identity, kind: aside.kind, name: person.name ?? "", voices: voicesOf(person) }];
}

const picture = (publication: TrackPublication | undefined) =>
  publication && !publication.isMuted ? playable(publication.track) : null;

function voicesOf(person: Participant) {
  return [...person.audioTrackPublications.values()].flatMap((publication) => {
    const voice = playable(publication.track);
    return voice ? [voice] : [];
  });
}
