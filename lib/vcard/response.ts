import { type Contact, writeVcard } from "./vcard";

const noStore = { "cache-control": "no-store" };

/** A vCard as an answer that nobody on the way keeps; no file for what is not there. */
export function vcardResponse(contact: (Omit<Contact, "note"> & { event: string }) | undefined): Response {
  if (!contact) return new Response(null, { status: 404, headers: noStore });
  const { event, ...who } = contact;
  return new Response(writeVcard({ ...who, note: event }), {
    headers: {
      ...noStore,
      "content-type": "text/vcard; charset=utf-8",
      "content-disposition": 'attachment; filename="plenum-contact.vcf"',
      "x-robots-tag": "noindex",
    },
  });
}
