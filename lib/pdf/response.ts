/** A PDF as a download; nobody on the way keeps a copy. */
export const pdfResponse = (bytes: Uint8Array<ArrayBuffer>, fileName: string): Response =>
  new Response(bytes, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${fileName.replace(/[^\w.-]/g, "")}"`,
      "content-length": `${bytes.length}`,
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
