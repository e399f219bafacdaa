import { z } from 'zod'
import { fileAnswer } from '#app/domain/evidence/schema.ts'
import type { FileArrival } from '#app/domain/evidence/schema.ts'
import { MEMBER_ACT_FILES_MAX } from '#app/domain/member-act/rules.ts'
import { isUploadId } from '#app/domain/upload/rules.ts'

const asked = fileAnswer({ today: '', received: null, fault: null }).shape

/** A file that was added to an act which is being written: its upload, and what is said of it. */
export const AddedFile = z.strictObject({
	upload: z
		.string({ error: 'evidence.file.required' })
		.refine(isUploadId, { error: 'evidence.file.required' }),
	kind: asked.kind,
	title: asked.title,
	altText: asked.altText,
})
export type AddedFile = z.output<typeof AddedFile>

/** The files that were added so far. */
export const AddedFiles = z
	.array(AddedFile)
	.max(MEMBER_ACT_FILES_MAX, { error: 'desk.files.full' })
	.default([])

/** What becomes of the files of the version before, by their place in it: `p0` is the first. */
export const KEPT_OR_NOT = ['KEEP', 'DROP'] as const
export const KeptFiles = z
	.record(z.string().regex(/^p\d{1,2}$/), z.enum(KEPT_OR_NOT, { error: 'desk.files.keep.required' }))
	.default({})
export type KeptFiles = z.output<typeof KeptFiles>

/** The name of a file of the version before, in a form. */
export function placeName(position: number): string {
	return `p${String(position)}`
}

/** One more file of an act; `act` is all that its form says so far, as JSON. The answer is the act with the file. */
export function addedFileAnswer<Act extends { readonly files: readonly AddedFile[] }>(
	form: z.ZodType<Act>,
	arrival: FileArrival,
) {
	return fileAnswer(arrival)
		.safeExtend({ act: z.string().transform(readAct).pipe(form) })
		.refine(({ visibility }) => visibility === undefined, { error: 'form.unknown-field' })
		.transform(({ act, upload = '', kind, title, altText }): Act => {
			const file = { upload, kind, title, ...(altText ? { altText } : {}) }
			// A form that was sent again brings the same file.
			if (act.files.some((one) => one.upload === upload)) return act
			return { ...act, files: [...act.files, file] }
		})
}

function readAct(text: string, ctx: z.RefinementCtx): unknown {
	try {
		return JSON.parse(text)
	} catch {
		ctx.addIssue({ code: 'custom', message: 'desk.record.unknown' })
		return z.NEVER
	}
}
