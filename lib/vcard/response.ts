import { type Contact, writeVcard } from "./vcard";

const noStore = { "cache-control": "no-store" };

type Contacts = readonly (Omit<Contact, "note"> & { event: string })[];

/** People as one file of vCards (RFC 6350, 3.3) that nobody on the way keeps; no file where there is nobody. */
export function vcardResponse(contacts: Contacts): Response {
  if (contacts.length === 0) return new Response(null, { status: 404, headers: noStore });
  return new Response(contacts.map(({ event, ...who }) => writeVcard({ ...who, note: event })).join(""), {
    headers: {
      ...noStore,
      "content-type": "text/vcard; charset=utf-8",
      "content-disposition": 'attachment; filename="plenum-contact.vcf"',
      "x-robots-tag": "noindex",
    },
  });
}
