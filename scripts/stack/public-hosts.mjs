/**
 * Every public address the launcher may ask, and why. Packages come from the registries npm and Go are configured
 * for, so there is none here. PLENUM_LIVEKIT_RELEASES replaces this one.
 */
export const publicHosts = {
  /** Releases of livekit-server with their checksums. */
  livekitReleases: "https://github.com/livekit/livekit/releases/download",
};
