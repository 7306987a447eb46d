import { Fragment } from "react";

const ADDRESS = /([a-z0-9.-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)/i;

/** A sentence in which every mail address can be clicked. */
export function MailText({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, index) => {
    const key = `${index} ${part}`;
    if (!ADDRESS.test(part)) return <Fragment key={key}>{part}</Fragment>;
    return (
      <a key={key} href={`mailto:${part}`}>
        {part}
      </a>
    );
  });
}
