import { z } from 'zod'
import type { Answer } from '#tests/integration/http/small-site.ts'
import type { FileSite } from './file-site.ts'
import { jpegWith, drawing } from './make/picture-files.ts'
import { onePage } from './make/pdf-file.ts'

/** One thing that somebody sends through the door, and what must come of it. */
export type DoorCase = { readonly name: string; readonly run: (site: FileSite) => Promise<string | null> }

const disposition = (filename: string) => `Content-Disposition: form-data; name="file"; ${filename}`
const Taken = z.object({ upload: z.string() })
const picture = () => drawing(30, 20).jpeg().toBuffer()

const NAMES: readonly (readonly [what: string, parameter: string])[] = [
	['a path upwards', 'filename="../../../etc/passwd"'],
	['a path of Windows', 'filename="..\\..\\evil.exe"'],
	['a zero character', 'filename="evil.php\0.jpg"'],
	['a turn of direction', 'filename="evil\u202Egpj.exe"'],
	['four thousand letters', `filename="${'evil'.repeat(1_000)}"`],
	['a line end in escapes', 'filename="evil%0d%0aSet-Cookie: x=1"'],
	['quotes', 'filename="evil\\".html"'],
	['a script', 'filename="<script>evil</script>"'],
	['another character set', "filename*=UTF-7''evil%2BADw-script"],
	['two names', 'filename="evil.html"; filename="evil.jpg"'],
	['the name of a device', 'filename="CON.evil"'],
	['the name of a command', 'filename="evil.desktop;rm -rf"'],
]

const named: readonly DoorCase[] = NAMES.map(([what, parameter]) => ({
	name: `a file whose name is ${what}`,
	run: async (site) => {
		const answer = await site.sendFile(await picture(), [disposition(parameter), 'Content-Type: image/jpeg'])
		if (answer.status === 400 || answer.body.toString() === '{}') return null
		const fault = await faultOfServed(site, answer)
		return fault ?? (answer.body.includes('evil') ? 'the name came back' : null)
	},
}))

const ODD: readonly (readonly [what: string, lines: readonly string[]])[] = [
	['two dispositions', [disposition('filename="a.jpg"'), 'Content-Disposition: form-data; name="other"']],
	['two types', [disposition('filename="a.jpg"'), 'Content-Type: text/html', 'Content-Type: image/jpeg']],
	['the type of a page', [disposition('filename="a.html"'), 'Content-Type: text/html']],
	['the type of a drawing', [disposition('filename="a.svg"'), 'Content-Type: image/svg+xml']],
	['a type that is none', [disposition('filename="a"'), 'Content-Type: ////']],
	['an encoding of mails', [disposition('filename="a"'), 'Content-Transfer-Encoding: base64']],
	['a folded line', ['Content-Disposition: form-data;', ' name="file"; filename="a"']],
	['a header of our own', [disposition('filename="a"'), 'X-Ogp-Client-Ip: 10.0.0.1']],
	['no disposition', ['Content-Type: image/jpeg']],
	['another name of the field', ['Content-Disposition: form-data; name="files"; filename="a"']],
	[
		'thirty headers',
		[disposition('filename="a"'), ...Array.from({ length: 30 }, (_none, at) => `X-${String(at)}: y`)],
	],
]

const odd: readonly DoorCase[] = ODD.map(([what, lines]) => ({
	name: `a file with ${what}`,
	run: async (site) => {
		const answer = await site.sendFile(await picture(), lines)
		if (answer.status >= 500) return `answered with ${String(answer.status)}`
		return answer.status === 200 && answer.body.includes('upload') ? faultOfServed(site, answer) : null
	},
}))

const BROKEN: readonly (readonly [what: string, type: string, body: string])[] = [
	['no boundary', 'multipart/form-data', '--x\r\n\r\n--x--'],
	['a boundary that is not there', 'multipart/form-data; boundary=y', '--x\r\n\r\n--x--'],
	['a boundary of 100 kB', `multipart/form-data; boundary=${'b'.repeat(12_000)}`, 'x'],
	[
		'parts in parts',
		'multipart/form-data; boundary=x',
		'--x\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\na\r\n--y--\r\n--x--\r\n',
	],
	[
		'a head without end',
		'multipart/form-data; boundary=x',
		`--x\r\nContent-Disposition: ${'a'.repeat(200_000)}`,
	],
	['nothing', 'multipart/form-data; boundary=x', ''],
	[
		'a thousand parts',
		'multipart/form-data; boundary=x',
		`${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(1_000)}--x--\r\n`,
	],
]

const broken: readonly DoorCase[] = BROKEN.map(([what, type, body]) => ({
	name: `a form with ${what}`,
	run: async (site) => {
		const { status } = await site.sendForm(Buffer.from(body, 'latin1'), type)
		return status < 500 ? null : `answered with ${String(status)}`
	},
}))

const ACTIVE: readonly (readonly [what: string, bytes: () => Buffer | Promise<Buffer>])[] = [
	['a text with a script', () => Buffer.from('Dear all,\n<script>alert(1)</script>')],
	['a table with formulas', () => Buffer.from('a,b\n=1+1,@SUM(1)\n')],
	[
		'a picture with a script',
		async () => jpegWith(await picture(), [], Buffer.from('<script>alert(1)</script>')),
	],
	[
		'a document with a script',
		() => onePage({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }),
	],
]

const active: readonly DoorCase[] = ACTIVE.map(([what, bytes]) => ({
	name: `${what}, handed out again`,
	run: async (site) => faultOfServed(site, await site.sendFile(await bytes())),
}))

/** Everything that goes through the door in a way that no browser sends it, and what is handed out afterwards. */
export const DOOR_CASES: readonly DoorCase[] = [...named, ...odd, ...broken, ...active]

const KINDS = /^(?:image\/(?:jpeg|png|webp)|application\/pdf|text\/(?:plain|csv); charset=utf-8)$/

/** What is wrong with how a file that was taken is handed out: never as something that a browser shows or runs. */
async function faultOfServed(site: FileSite, answer: Answer): Promise<string | null> {
	if (answer.status !== 200) return `answered with ${String(answer.status)}`
	const taken = Taken.safeParse(JSON.parse(answer.body.toString()))
	if (!taken.success) return `was not taken: ${answer.body.toString()}`
	const base = `/en/uploaded-files/${taken.data.upload}`
	const faults = [faultOfHeaders(await site.get(base))]
	const preview = await site.get(`${base}/preview`)
	if (preview.status === 200) faults.push(faultOfHeaders(preview))
	return faults.find((fault) => fault !== null) ?? null
}

function faultOfHeaders({ status, headers }: Answer): string | null {
	if (status !== 200) return `is handed out with ${String(status)}`
	if (!KINDS.test(headers['content-type'] ?? '')) return `is handed out as ${String(headers['content-type'])}`
	if (!/^attachment; filename="evidence-[\w-]+\.[a-z]+"$/.test(headers['content-disposition'] ?? ''))
		return `is handed out with ${String(headers['content-disposition'])}`
	if (headers['x-content-type-options'] !== 'nosniff') return 'may be taken for another kind'
	return /sandbox/.test(String(headers['content-security-policy'])) ? null : 'is not kept in a sandbox'
}
