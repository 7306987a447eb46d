import { sql } from "../fixtures/database";
import type { Visitor } from "../fixtures/visitor";
import { CANARY, idBy, idRow } from "./foreign-desk";

type Place = { networkId: string; seriesId: string };

/** An entry that the office wrote for its own people, with a file, and somebody of it who offers help. */
export async function postEntry(organizer: Visitor, { networkId, seriesId }: Place) {
  const entry = {
    ...{ seriesId, kind: "need", title: CANARY, text: CANARY, organisation: CANARY, tags: ["robotik"] },
    ...{ anonymous: "on", audience: "network", audienceNetworkId: networkId, locale: "de" },
    validUntil: new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10),
  };
  const headers = { accept: "application/json" };
  const posted = await organizer.ask(`/api/networks/${networkId}/entries`, { json: entry, headers });
  if (posted.status >= 400)
    throw new Error(`posting answered ${posted.status}: ${posted.text.slice(0, 200)}`);
  const entryId = await idBy("select id from entries where network_id = $1 and title = $2", [
    networkId,
    CANARY,
  ]);
  const [file] = await sql(
    idRow,
    `insert into entry_files (file_id, entry_id, file_name, file_type, file_bytes)
      values ('fil_' || left(md5(random()::text), 24), $1, $2, 'application/pdf', 9) returning file_id as id`,
    [entryId, `${CANARY}.pdf`],
  );
  if (!file) throw new Error("the file was not noted");
  const offered = await organizer.ask(`/api/board/entries/${entryId}/contact`, {
    json: { note: CANARY },
    headers,
  });
  if (offered.status >= 400) throw new Error(`offering help answered ${offered.status}`);
  const contactId = await idBy("select id from entry_contacts where entry_id = $1", [entryId]);
  return { entryId, entryFileId: file.id, contactId };
}
