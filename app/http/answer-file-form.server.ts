import { json } from '@remix-run/node'
import type { TypedResponse } from '@remix-run/node'
import type { z } from 'zod'
import { utcDay } from '#app/domain/calendar.ts'
import { findReceivedFile } from '#app/domain/evidence/queries.server.ts'
import type { FileArrival, ReceivedFile } from '#app/domain/evidence/schema.ts'
import { FILE_REFUSALS } from '#app/domain/upload/rules.ts'
import { answerForm } from './answer-form.server.ts'
import type { Rejection } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import type { LoadContext } from './load-context.ts'

/** Files that a request's form brought, or named as brought before: a page that shows the form again shows them. */
const arrived = new WeakMap<LoadContext, ReceivedFile>()

/**
 * Takes the form of a file to a command, as `answerForm` does. The file itself came in by the door for uploads, which
 * left in its place the id of the upload, or the code of why it was not taken. A form that is shown again keeps the
 * file that has arrived.
 */
export async function answerFileForm<Schema extends z.ZodType>(
	visit: Visit,
	schemaFor: (arrival: FileArrival) => Schema,
	run: (value: z.output<Schema>) => Promise<string>,
): Promise<TypedResponse<Rejection>> {
	const { upload, fault } = await namedIn(visit.request.clone())
	const received = upload === null ? null : await findReceivedFile(visit.ctx, upload)
	if (received) arrived.set(visit.load, received)
	const answer = await answerForm(visit, schemaFor({ today: utcDay(visit.ctx.now), received, fault }), run)
	// The form is well; the site could not take the file.
	if (fault !== 'UNAVAILABLE' || answer.status !== 422) return answer
	return json(await answer.json(), { status: 503 })
}

/** The file that this request's form brought; null where it brought none, or was no form. */
export function receivedFile(visit: Pick<Visit, 'load'>): ReceivedFile | null {
	return arrived.get(visit.load) ?? null
}

/** Notes the file of a form that may be shown again. */
export function noteReceived(visit: Pick<Visit, 'load'>, received: ReceivedFile): void {
	arrived.set(visit.load, received)
}

/** What a form names as the file that came with it, or as why it was not taken. */
export async function namedIn(
	request: Request,
): Promise<{ upload: string | null } & Pick<FileArrival, 'fault'>> {
	const sent = await request.formData().catch(() => null)
	const upload = sent?.get('upload')
	const code = sent?.get('uploadFault')
	const isRefused = typeof code === 'string' && code !== ''
	return {
		upload: typeof upload === 'string' && upload !== '' ? upload : null,
		fault: isRefused ? (FILE_REFUSALS.find((known) => known === code) ?? 'UNKNOWN') : null,
	}
}
