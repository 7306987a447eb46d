import "server-only";
import { TrackSource, type VideoGrant } from "livekit-server-sdk";

/** What a connection may do at LiveKit. Every field is needed: what is left out counts as allowed there. */
export type MediaRights = { mic: boolean; cam: boolean; screen: boolean; data: boolean; hidden: boolean };

const sourcesOf = (rights: MediaRights): TrackSource[] => [
  ...(rights.mic ? [TrackSource.MICROPHONE] : []),
  ...(rights.cam ? [TrackSource.CAMERA] : []),
  ...(rights.screen ? [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO] : []),
];

/** The complete permission set: an update at LiveKit replaces everything, so nothing may be missing. */
export function permissionsOf(rights: MediaRights) {
  const sources = sourcesOf(rights);
  return {
    canSubscribe: true,
    // An empty list of sources would mean all of them, so the switch itself must be off as well.
    canPublish: sources.length > 0,
    canPublishSources: sources,
    canPublishData: rights.data,
    canUpdateMetadata: false,
    hidden: rights.hidden,
  };
}

type Permission = {
  canPublish: boolean;
  canPublishSources: TrackSource[];
  canPublishData: boolean;
  hidden: boolean;
};

/** The rights a connection has at LiveKit now, to compare with those it should have. */
export function rightsOf(permission: Permission | undefined): MediaRights {
  const {
    canPublish = false,
    canPublishSources = [],
    canPublishData = false,
    hidden = false,
  } = permission ?? {};
  const has = (source: TrackSource) =>
    canPublish && (canPublishSources.length === 0 || canPublishSources.includes(source));
  return {
    mic: has(TrackSource.MICROPHONE),
    cam: has(TrackSource.CAMERA),
    screen: has(TrackSource.SCREEN_SHARE),
    data: canPublishData,
    hidden,
  };
}

/** Grant of a browser token for one room. Never any power over rooms or over others. */
export function grantOf(room: string, rights: MediaRights): VideoGrant {
  const { canUpdateMetadata, ...permissions } = permissionsOf(rights);
  return { roomJoin: true, room, canUpdateOwnMetadata: canUpdateMetadata, ...permissions };
}
