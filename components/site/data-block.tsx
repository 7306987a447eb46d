/**
 * JSON for programs inside a page. React would escape quotes in it as HTML, which no reader of such a block undoes;
 * `<` is written as JSON's own escape instead, so that no text can end the block.
 */
export function DataBlock({ data }: { data: object }) {
  const json = JSON.stringify(data).replace(/</g, "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a data block is never run, and no `<` is left in it.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
