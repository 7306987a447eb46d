import { Fragment } from "react";

/** A mail address or a domain in a narrow place: it breaks before its @ and its dots rather than within a word. */
export function AddressText({ children }: { children: string }) {
  return children.split(/(?<=.)(?=[@.])/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
