const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`, "i")
    .exec(tag)?.[1]
    ?.replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

const forms = (html: string) => html.match(/<form\b[\s\S]*?<\/form>/gi) ?? [];

/** Name and value of everything a browser would post from this form, boxes and buttons aside. */
function fieldsOf(form: string): [string, string][] {
  return (form.match(/<input\b[^>]*>/gi) ?? []).flatMap((tag): [string, string][] => {
    const name = attribute(tag, "name");
    if (!name || /\stype="(checkbox|radio|submit)"/i.test(tag)) return [];
    return [[name, attribute(tag, "value") ?? ""]];
  });
}

/**
 * The fields a browser without scripts would post from the form with this action, filled with `typed`. Throws when
 * the page has no such form: then the bench would measure something nobody can do.
 */
export function filledForm(html: string, action: string, typed: Record<string, string>): URLSearchParams {
  const form = forms(html).find(
    (text) => attribute(/<form\b[^>]*>/i.exec(text)?.[0] ?? "", "action") === action,
  );
  if (!form) throw new Error(`the page has no form that posts to ${action}`);
  const fields = new URLSearchParams(fieldsOf(form));
  const missing = Object.keys(typed).filter((name) => !fields.has(name));
  if (missing.length > 0) throw new Error(`the form has no field ${missing.join(", ")}`);
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  return fields;
}

/** The form of a server action that holds this text, as it posts without scripts: with the action's own fields. */
export function filledActionForm(html: string, sign: string, typed: Record<string, string>): FormData {
  const form = forms(html).find((text) => text.includes(sign) && text.includes("$ACTION_"));
  if (!form) throw new Error(`the page has no action form with ${sign}`);
  const fields = new FormData();
  for (const [name, value] of fieldsOf(form)) fields.set(name, value);
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  return fields;
}
