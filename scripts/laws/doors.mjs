import { isTest } from "./tree.mjs";

const INVENTORY = "e2e/tenant/inventory.ts";
/** The list stands in several files, because none of them may be longer than others. */
const INVENTORIES = /^e2e\/tenant\/inventory(?:-[a-z]+)?\.ts$/;
const METHODS = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";
const EXPORTED = /^export\s+(?:async\s+)?(?:function|const)\s+(\w+)|^export\s*(?:const\s*)?\{([^}]*)\}/gm;
const ENTRY = /["'`]((?:actions|app)\/[^"'`\n]*#\w+)["'`]/g;

/**
 * Every way into the system that a stranger can call: `actions/registration.ts#registerAction`,
 * `app/api/rooms/[roomId]/token/route.ts#POST`. Read from the folders, so none can be forgotten.
 */
export function doorsOf(tree) {
  return tree.files.flatMap((file) => {
    const isAction = /^actions\/.*\.tsx?$/.test(file) && !isTest(file);
    const isRoute = /^app\/(?:.*\/)?route\.tsx?$/.test(file);
    if (!isAction && !isRoute) return [];
    const names = exportedNames(tree.text(file));
    const doors = isAction ? names : names.filter((name) => new RegExp(`^(?:${METHODS})$`).test(name));
    return doors.map((name) => `${file}#${name}`);
  });
}

/** Doors the inventory of the tenant matrix does not name, and entries that name no door any more. */
export function tenantMatrixGaps(tree) {
  const doors = doorsOf(tree);
  if (!tree.has(INVENTORY)) return doors.map((door) => `${door} (${INVENTORY} does not exist)`);
  const lists = tree.files.filter((file) => INVENTORIES.test(file)).map((file) => tree.text(file));
  const listed = new Set([...lists.join("\n").matchAll(ENTRY)].map((match) => match[1]));
  const known = new Set(doors);
  return [
    ...doors.filter((door) => !listed.has(door)).map((door) => `${door} (not in ${INVENTORY})`),
    ...[...listed].filter((entry) => !known.has(entry)).map((entry) => `${entry} (listed, but gone)`),
  ];
}

function exportedNames(text) {
  return [...text.matchAll(EXPORTED)].flatMap(([, name, list]) => {
    if (name !== undefined) return [name];
    return list
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "" && !part.startsWith("type "))
      .map((part) => part.split(/\s+as\s+|\s*:\s*/).at(-1));
  });
}
