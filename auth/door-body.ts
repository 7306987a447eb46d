import "server-only";

/** What a request carried: JSON object or form, with nothing that Postgres or a text file could not hold. */
export type Body = Record<string, unknown>;

/** NUL ends strings in C, and a lone surrogate is no character: both have been used to get past checks. */
const isSound = (text: string) => !text.includes("\u0000") && text.isWellFormed();

function isSoundValue(value: unknown): boolean {
  if (typeof value === "string") return isSound(value);
  if (Array.isArray(value)) return value.every(isSoundValue);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, part]) => isSound(name) && isSoundValue(part));
}

/** Fields of a form; a field that stands there twice becomes a list, a file is left out. */
export function bodyOfForm(form: FormData): Body {
  const body: Body = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === "string");
    if (values.length > 0) body[name] = values.length === 1 ? values[0] : values;
  }
  return body;
}

async function parsed(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"))
    return bodyOfForm(await request.formData());
  const text = await request.text();
  return text.trim() === "" ? {} : JSON.parse(text);
}

/** The body of a request, or undefined when it is malformed. */
export async function bodyOf(request: Request): Promise<Body | undefined> {
  try {
    const body = await parsed(request);
    if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
    return isSoundValue(body) ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}

/** The key that a browser made for one intention; anything else is none. */
export const keyOfIntention = (given: unknown): string | undefined =>
  typeof given === "string" && /^[\w-]{8,100}$/.test(given) ? given : undefined;
