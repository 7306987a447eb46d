const FONTS = "/excalidraw/";
const SOURCES = /url\((?:[^()"']|"[^"]*"|'[^']*')*\)(?:\s*format\([^)]*\))?/g;

/** The sources among these that lie on our own server; never none, for a font without any is an error. */
function ownSources(sources: string): string {
  const own = [...sources.matchAll(SOURCES)].map(([source]) => source).filter((source) => !isForeign(source));
  return own.length > 0 ? own.join(", ") : sources;
}

function isForeign(source: string): boolean {
  const address = /url\(["']?([^"')]*)/.exec(source)?.[1] ?? "";
  return /^https?:/.test(address) && new URL(address).origin !== window.location.origin;
}

/**
 * Tells the whiteboard where our copies of its fonts are, before its code is loaded. It names a public server behind them
 * all the same, which a browser begins to ask as soon as such a font is described (our security policy stops it, and says
 * so in the console for each of some two hundred): these sources are left out.
 */
export function takeOwnFonts(): void {
  if ("EXCALIDRAW_ASSET_PATH" in window) return;
  const Described = window.FontFace;
  Object.assign(window, {
    EXCALIDRAW_ASSET_PATH: FONTS,
    FontFace: class extends Described {
      constructor(family: string, source: string | BufferSource, descriptors?: FontFaceDescriptors) {
        super(family, typeof source === "string" ? ownSources(source) : source, descriptors);
      }
    },
  });
}
