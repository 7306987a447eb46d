import type { ReactNode } from "react";
import type { importRegistrations } from "@/domain/registration/commands/import-registrations";
import type { ImportState } from "@/domain/registration/queries/import-preview";

/** A file that could be read, with what entering it would do. */
export type ReadState = Extract<ImportState, { status: "read" }>;

/** What entering it has done. */
export type Imported = Extract<Awaited<ReturnType<typeof importRegistrations>>, { ok: true }>["value"];

/** What every form of the way has in common. */
export type StepProps = { read: (form: FormData) => void; pending: boolean; event: ReactNode };
