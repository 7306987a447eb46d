/** For livekit-build.test.ts; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function goProgress(): {
  expect: (count: number | undefined) => void;
  count: (line: string) => boolean;
  text: () => string;
};
