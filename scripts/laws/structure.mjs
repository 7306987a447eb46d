import { tenantMatrixGaps } from "./doors.mjs";
import { isTest, sourcesOf } from "./tree.mjs";

const VOCABULARY =
  /^domain\/(?:(?:policy|grants)(?:\.test)?\.ts|kernel\/[a-z-]+(?:\.test)?\.ts|[a-z-]+\/(?:(?:schema|rules|events|labels|queries)|(?:commands|queries|rules|schema)\/[a-z0-9-]+|internal\/(?:[a-z-]+\/)?[a-z0-9-]+)(?:\.test)?\.ts)$/;
const DRAWER =
  /(?:^|\/)(?:utils?|helpers?|services?|types|common|misc|shared)(?:\/|\.tsx?$)|^hooks\/|(?:^|\/)index\.tsx?$/;
const CLIENT_HOME = /^(?:components|realtime\/hooks)\/|^app\/.*error\.tsx$/;
const SERVER_ONLY =
  /^(?:domain\/[^/]+\/queries|db\/client|auth\/|realtime\/(?:publish|stream|hub|reactions|captions)|lib\/livekit\/)/;
const ENVIRONMENT_HOME =
  /^(?:lib\/env\.ts|scripts\/|e2e\/|bench\/|[a-z-]+\.config\.[a-z]+|(?:.*\/)?testing\/)/;
const ROLE_HOME = /^domain\/(?:policy|[^/]+\/rules)(?:\.test)?\.ts$/;

/** Laws an import graph cannot see: name → the files (or places) that break it. */
const laws = {
  "actions-hold-every-server-action": ({ ts, says }) =>
    ts.filter((file) => says(file, "use server") && !file.startsWith("actions/")),
  "every-action-file-says-use-server": ({ ts, says }) =>
    ts.filter((file) => file.startsWith("actions/") && !isTest(file) && !says(file, "use server")),
  "client-code-has-a-home": ({ ts, says }) =>
    ts.filter((file) => says(file, "use client") && !CLIENT_HOME.test(file)),
  "domain-keeps-its-vocabulary": ({ ts }) =>
    ts.filter((file) => file.startsWith("domain/") && !VOCABULARY.test(file)),
  "no-drawers": ({ sources }) => sources.filter((file) => DRAWER.test(file)),
  "queries-only-read": ({ code }) =>
    code(/\b(?:tx|reader|db|db\(\))\s*\.(?:insert|update|delete)\(/, /^(?!domain\/[^/]+\/queries)/),
  "server-files-import-server-only": ({ ts, text }) =>
    ts.filter(
      (file) =>
        SERVER_ONLY.test(file) && !isTest(file) && !/^import ["']server-only["'];?$/m.test(text(file)),
    ),
  "every-command-has-a-test": ({ ts, has }) =>
    ts.filter(
      (file) =>
        /^domain\/[^/]+\/commands\//.test(file) && !isTest(file) && !has(file.replace(/\.ts$/, ".test.ts")),
    ),
  "roles-are-compared-in-policy-and-rules": ({ code }) =>
    code(/\brole\b\s*\)?\s*[!=]==?|[!=]==?\s*[\w.]+\.role\b|switch\s*\([^)]*\brole\)/, ROLE_HOME),
  "environment-has-one-reader": ({ code }) => code(/\bprocess\s*\.\s*env\b|\bprocess\[/, ENVIRONMENT_HOME),
  "packets-stay-in-realtime": ({ code }) =>
    code(
      /RoomEvent\.DataReceived|\bpublishData\(|registerTextStreamHandler\(/,
      /^(?:realtime|lib\/livekit|bench)\//,
    ),
  "borders-are-parsed-not-cast": ({ code }) =>
    code(
      /(?:JSON\.parse\([^\n]*\)|\.json\(\)\)?|\.get\(["'][^\n)]*\))\s+as\s+(?!const\b)|\bas unknown as\b/,
      /testing\//,
    ),
  "nothing-is-cast-to-any": ({ ts, text }) =>
    ts.filter((file) => /\bas any\b|<any>/.test(withoutComments(text(file)))),
  "compiler-is-not-silenced": ({ ts, text }) =>
    ts.filter((file) => /@ts-(?:ignore|nocheck|expect-error)/.test(text(file))),
  "every-exemption-has-a-reason": ({ ts, text }) =>
    ts.filter((file) => /biome-ignore(?:-[a-z]+)?(?! [\w/]+: \S.{9,})/.test(text(file))),
  "e2e-waits-for-things": ({ ts, text }) =>
    ts.filter(
      (file) =>
        file.startsWith("e2e/") && /waitForTimeout|(?<!test\.)setTimeout|timers\/promises/.test(text(file)),
    ),
  "no-test-is-silenced": ({ ts, text }) =>
    ts.filter((file) =>
      /\b(?:it|test|describe)(?:\.describe)?\.(?:only|todo|fixme)\b|\b(?:it|describe|suite)\.skip\(|\bxit\(/.test(
        text(file),
      ),
    ),
  "nothing-is-left-for-later": ({ ts, text }) => ts.filter((file) => /\b(?:TODO|FIXME)\b/.test(text(file))),
  "tenant-matrix-lists-every-door": ({ tree }) => tenantMatrixGaps(tree),
};

export const structureLaws = Object.keys(laws);

/** Breaches of the structure laws as `{ law, where }`. */
export function structureBreaches(tree) {
  const sources = sourcesOf(tree);
  const ts = sources.filter((file) => /\.tsx?$/.test(file));
  const { text, has } = tree;
  const says = (file, directive) =>
    new RegExp(`^(?:\\s|//.*\\n|/\\*[\\s\\S]*?\\*/)*["']${directive}["']`).test(text(file));
  const code = (pattern, allowed) =>
    ts.filter((file) => !allowed.test(file) && !isTest(file) && pattern.test(withoutComments(text(file))));
  const view = { tree, sources, ts, text, has, says, code };
  return Object.entries(laws).flatMap(([law, offenders]) => offenders(view).map((where) => ({ law, where })));
}

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
