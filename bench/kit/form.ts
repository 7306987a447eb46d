const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`, "i")
    .exec(tag)?.[1]
    ?.replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

/**
 * The fields a browser without scripts would post from the form with this action, filled with `typed`. Throws when
 * the page has no such form: then the bench would measure something nobody can do.
 */
export function filledForm(html: string, action: string, typed: Record<string, string>): URLSearchParams {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/gi) ?? [];
  const form = forms.find((text) => attribute(/<form\b[^>]*>/i.exec(text)?.[0] ?? "", "action") === action);
  if (!form) throw new Error(`the page has no form that posts to ${action}`);
  const fields = new URLSearchParams();
  for (const tag of form.match(/<input\b[^>]*>/gi) ?? []) {
    const name = attribute(tag, "name");
    if (!name || /\stype="(checkbox|radio|submit)"/i.test(tag)) continue;
    fields.set(name, typed[name] ?? attribute(tag, "value") ?? "");
  }
  const missing = Object.keys(typed).filter((name) => !fields.has(name));
  if (missing.length > 0) throw new Error(`the form has no field ${missing.join(", ")}`);
  return fields;
}
