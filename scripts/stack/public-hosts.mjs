/**
 * Every public address the launcher may ask, and why. Packages come from the registry npm is configured for, so
 * there is none here. GOPROXY and PLENUM_LIVEKIT_RELEASES replace the two that are used without a tool of their own.
 */
export const publicHosts = {
  /** Releases of livekit-server with their checksums. */
  livekitReleases: "https://github.com/livekit/livekit/releases/download",
  /** What Go itself asks for modules; used to fetch the Go toolchain where no Go is installed. */
  goProxy: "https://proxy.golang.org",
};
