/** So much of a form's own words is read; ours have a few kilobytes. What comes behind is left out. */
const MOST_BYTES = 256 * 1024;
/** A part's head is a name, a file's name and a type. */
const MOST_HEAD_BYTES = 8 * 1024;
const HEAD_END = Buffer.from("\r\n\r\n");

type State = "between" | "head" | "text" | "file" | "end";

const boundaryOf = (type: string) => /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
const nameOf = (head: string) => /;\s*name="([^"]*)"/i.exec(head)?.[1];
const isFile = (head: string) => /;\s*filename\*?=/i.test(head);
/** An empty field is posted as a file without a name. */
const isChosen = (head: string) => isFile(head) && !/;\s*filename=""/i.test(head);

/**
 * The texts of a multipart form, read as it comes in: its files pass by and lie nowhere, so a form for which there is no
 * room can still be shown again with what was typed into it.
 */
class PassingForm {
  readonly texts = new FormData();
  /** Names of the fields in which files were chosen. */
  readonly fileFields = new Set<string>();
  private state: State = "between";
  private rest: Buffer = Buffer.from("\r\n");
  private field = "";
  private value: Buffer[] = [];
  private read = 0;
  /** So much of a head holds no end of it. */
  private seen = 0;

  constructor(private readonly mark: Buffer) {}

  get isOver(): boolean {
    return this.state === "end" || this.read > MOST_BYTES;
  }

  push(chunk: Uint8Array): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (!this.isOver && this.step());
  }

  /** One part of the form further; false when more has to come first. */
  private step(): boolean {
    if (this.state === "head") return this.readHead();
    const at = this.rest.indexOf(this.mark);
    if (at >= 0) return this.endPart(at);
    // A mark may have begun at the very end.
    this.take(this.rest.length - this.mark.length + 1);
    return false;
  }

  private take(length: number): void {
    if (length <= 0) return;
    if (this.state === "text") this.keep(this.rest.subarray(0, length));
    this.rest = this.rest.subarray(length);
  }

  private keep(bytes: Buffer): void {
    this.read += bytes.length;
    this.value.push(Buffer.from(bytes));
  }

  private endPart(at: number): boolean {
    if (this.rest.length < at + this.mark.length + 2) return false;
    this.take(at);
    if (this.state === "text") this.texts.append(this.field, Buffer.concat(this.value).toString());
    const isLast = this.rest.subarray(this.mark.length, this.mark.length + 2).toString() === "--";
    this.rest = this.rest.subarray(this.mark.length);
    this.state = isLast ? "end" : "head";
    return true;
  }

  private readHead(): boolean {
    const at = this.rest.indexOf(HEAD_END, this.seen);
    const length = at < 0 ? this.rest.length : at;
    if (length > MOST_HEAD_BYTES) {
      this.state = "end";
      return false;
    }
    // What has been looked through is not looked through again; the end may have begun in its last three bytes.
    this.seen = at < 0 ? Math.max(0, this.rest.length - HEAD_END.length + 1) : 0;
    if (at < 0) return false;
    const head = this.rest.subarray(0, at).toString();
    this.read += at;
    this.field = nameOf(head) ?? "";
    this.value = [];
    if (isChosen(head)) this.fileFields.add(this.field);
    this.state = isFile(head) || this.field === "" ? "file" : "text";
    this.rest = this.rest.subarray(at + HEAD_END.length);
    return true;
  }
}

type Passed = Pick<PassingForm, "texts" | "fileFields">;

/** What passes by of a request; undefined for what is no such form. */
export async function multipartTexts(request: Request): Promise<Passed | undefined> {
  const boundary = boundaryOf(request.headers.get("content-type") ?? "");
  if (!boundary || !request.body) return undefined;
  const form = new PassingForm(Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`));
  // To its end, whatever it holds: whoever is cut off while sending sees no answer.
  for await (const chunk of request.body) if (!form.isOver) form.push(chunk);
  return form;
}
