import { randomBytes } from 'node:crypto'
import { openDatabase } from '#app/db.server.ts'
import { guardedAction } from '#app/http/guard.server.ts'
import * as uploadedFile from '#app/routes/workspace/uploaded-evidence-file.ts'
import * as uploadedPreview from '#app/routes/workspace/uploaded-evidence-preview.ts'
import { packedEmptyDatabase } from '#prisma/build-template.ts'
import { anAppointedPerson, cookieOf } from '#tests/integration/http/people.ts'
import { smallSite } from '#tests/integration/http/small-site.ts'
import type { Answer, SmallSite } from '#tests/integration/http/small-site.ts'

export const FORM = '/en/tasks/m1/B06/evidence/file'

export type FileSite = SmallSite & {
	/** Cookie of a person who may send files. */
	readonly cookie: string
	/** Sends a form to the door for files, as it is. */
	readonly sendForm: (body: Buffer, type: string) => Promise<Answer>
	/** Sends a part as a browser would, with the given headers of the file. */
	readonly sendFile: (bytes: Buffer, lines?: readonly string[]) => Promise<Answer>
	readonly get: (path: string) => Promise<Answer>
}

/** The site's doors for files, the pages that hand files out, and one person, without the rest of the site. */
export async function fileSite(): Promise<FileSite> {
	const template = await packedEmptyDatabase()
	const database = await openDatabase({ kind: 'embedded', folder: null, template })
	const action = guardedAction(['IMPLEMENTER'], async ({ request }) => {
		const fields = Object.fromEntries(await request.formData())
		return Response.json(fields, { status: 'uploadFault' in fields ? 422 : 200 })
	})
	const site = await smallSite({
		database,
		routes: {
			':lang/tasks/:milestoneId/:code/evidence/file': { action },
			':lang/uploaded-files/:upload': uploadedFile,
			':lang/uploaded-files/:upload/preview': uploadedPreview,
		},
	})
	const { email } = await anAppointedPerson(site.database, { id: 'officer' })
	const cookie = await cookieOf(site, email)
	const sendForm = (body: Buffer, type: string) =>
		site.ask(FORM, {
			method: 'POST',
			headers: { cookie, 'content-type': type, 'sec-fetch-site': 'same-origin' },
			body,
		})
	return {
		...site,
		cookie,
		sendForm,
		sendFile: (bytes, lines = ['Content-Disposition: form-data; name="file"; filename="x"']) => {
			const boundary = randomBytes(8).toString('hex')
			const head = Buffer.from(`--${boundary}\r\n${lines.join('\r\n')}\r\n\r\n`, 'utf8')
			const body = Buffer.concat([head, bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
			return sendForm(body, `multipart/form-data; boundary=${boundary}`)
		},
		get: (path) => site.ask(path, { headers: { cookie } }),
	}
}
