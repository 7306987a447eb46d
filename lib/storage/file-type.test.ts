import { describe, expect, it } from "vitest";
import { attachment, fileKind, savedName } from "./file-type";
import { zipOf } from "./testing/archives";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const word = [{ name: "[Content_Types].xml" }, { name: "word/document.xml" }];
const openText = { name: "mimetype", bytes: Buffer.from("application/vnd.oasis.opendocument.text") };

describe("fileKind", () => {
  it.each([
    ["a PDF", bytes("%PDF-1.7 ..."), "pdf"],
    ["a PDF that is called a page", bytes("%PDF-1.7 <script>"), "pdf"],
    ["a PNG", bytes("\u0089PNG\r\n\u001a\n.."), "png"],
    ["a JPEG", bytes("\u00ff\u00d8\u00ff\u00e0"), "jpg"],
    ["WebP", bytes("RIFF....WEBPVP8 "), "webp"],
    ["Word", zipOf(word), "docx"],
    ["slides", zipOf([{ name: "[Content_Types].xml" }, { name: "ppt/presentation.xml" }]), "pptx"],
    ["a workbook", zipOf([{ name: "[Content_Types].xml" }, { name: "xl/workbook.xml" }]), "xlsx"],
    ["OpenDocument", zipOf([openText, { name: "META-INF/manifest.xml" }]), "odt"],
  ])("knows %s by its content, whatever it is called", (_what, content, ending) => {
    for (const name of ["x", "x.html", "x.pdf.exe", "../../x.svg"])
      expect(fileKind(content, name)?.ending).toBe(ending);
  });

  it.each([
    ["nothing", new Uint8Array(0), "leer.pdf"],
    ["a page that is called a picture", bytes("<!doctype html><script>"), "bild.png"],
    ["a page that is called text", bytes("\n <html><script>alert(1)</script>"), "text.txt"],
    ["a drawing with a script", bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), "bild.svg"],
    ["the same called a table", bytes("<svg onload='x()'/>"), "liste.csv"],
    ["a PDF behind other bytes", bytes("GIF89a %PDF-1.7"), "x.pdf"],
    ["a program", bytes("MZ\u0090\u0000\u0003"), "plan.pdf"],
    ["a program that is called text", bytes("\u007fELF\u0002\u0001"), "plan.txt"],
    ["text of any other kind", bytes("alert(1)"), "skript.js"],
    ["text without an ending", bytes("hallo"), "hallo"],
    ["an archive of anything", zipOf([{ name: "x.exe" }]), "x.docx"],
    ["a document with macros", zipOf([...word, { name: "word/vbaProject.bin" }]), "x.docx"],
    [
      "a document that would fill a disk",
      zipOf([...word, { name: "word/a.xml", claimed: 2 ** 32 - 1 }]),
      "x.docx",
    ],
    ["an archive without an end", zipOf(word).subarray(0, 60), "x.docx"],
    ["an archive whose directory lies elsewhere", cut(zipOf(word)), "x.docx"],
  ])("does not take %s", (_what, content, name) => {
    expect(fileKind(content, name)).toBeUndefined();
  });

  it("takes text in the alphabets that people have, and keeps tables apart", () => {
    expect(fileKind(new TextEncoder().encode("Müller;1"), "a.csv")?.type).toBe("text/csv; charset=utf-8");
    expect(fileKind(bytes("M\u00fcller\r\n\tzwei"), "A.TXT")?.ending).toBe("txt");
  });
});

/** The end says that the directory begins where it does not. */
function cut(archive: Buffer): Buffer {
  const moved = Buffer.from(archive);
  moved.writeUInt32LE(7, moved.length - 6);
  return moved;
}

describe("savedName", () => {
  it("looks at no more of a name than a name can be, however long it is", () => {
    expect(savedName(`a${"-".repeat(2_000_000)}a.pdf`, "pdf")).toBe("a.pdf");
  });

  it.each([
    ["Folien.pdf", "Folien.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["..\\..\\x", "x.pdf"],
    ["plan.exe.pdf", "plan-exe.pdf"],
    ["plan.pdf.exe", "plan-pdf.pdf"],
    ["Übersicht (Entwurf) 2.docx", "Übersicht (Entwurf) 2.pdf"],
    ['a"b\r\nset-cookie: x.pdf', "a-b-set-cookie- x.pdf"],
    ["\u202Efdp.exe", "fdp.pdf"],
    ["....", "datei.pdf"],
    ["", "datei.pdf"],
    [`${"ä".repeat(300)}.pdf`, `${"ä".repeat(80)}.pdf`],
  ])("makes of %j %j", (given, expected) => {
    expect(savedName(given, "pdf")).toBe(expected);
  });
});

it("names a file in the header so that every browser saves it, in its own letters where it can", () => {
  expect(attachment("Übersicht (1).pdf")).toBe(
    "attachment; filename=\"Ubersicht (1).pdf\"; filename*=UTF-8''%C3%9Cbersicht%20%281%29.pdf",
  );
});
