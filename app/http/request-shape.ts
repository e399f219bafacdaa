import { TABLE_FILE_MAX_BYTES } from '#app/domain/plan-file/schema.ts'
import { FILE_MAX_BYTES } from '#app/domain/upload/rules.ts'

export type RequestShape = {
	readonly method: string
	readonly url: string
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export type ShapeFault =
	'malformed' | 'method_not_allowed' | 'address_too_long' | 'encoded_body' | 'too_large'

const METHODS = ['GET', 'HEAD', 'POST']
const RESUMABLE_METHODS = [...METHODS, 'PATCH', 'DELETE']
const LONGEST_URL = 4_096
/** Forms of this site are text; files come in by doors of their own. */
export const MOST_BODY_BYTES = 2 ** 20

/** How a file comes in: with a form, piece by piece, or as a table that is read at once and not kept. */
export type FileDoor = 'form' | 'resumable' | 'table'

const FORM_WITH_FILE = new RegExp(
	`^/[a-z]{2}/(?:${[
		'(?:tasks/[^/]+/[^/]+|verifications/[^/]+|findings/[^/]+/reply)/evidence/file(?:/another)?',
		'assess/[^/]+/[^/]+/evidence/[^/]+/file(?:/another)?',
		'desk/[^/]+/[^/]+/[^/]+/file/add',
	].join('|')})$`,
)
/** The one form with a file that needs no account. */
const PUBLIC_FORM_WITH_FILE = /^\/[a-z]{2}\/milestones\/[^/]+\/observe$/
/** A table with the lines of its form around it. Unit: bytes. */
const MOST_TABLE_BYTES = TABLE_FILE_MAX_BYTES + 64 * 1024
const TABLE = /^\/[a-z]{2}\/(?:poc\/files|tasks\/file|desk\/[^/]+\/consultation\/[^/]+\/paper)$/
const REPORT_FILE = /^\/files\/.+\.(?:pdf|docx)$/
const RESUMABLE = /^\/uploads(?:\/[0-9a-f]{32})?$/

/** The door for files that an address belongs to; null for every other address. */
export function fileDoorOf(url: string): FileDoor | null {
	const path = url.replace(/\?.*$/s, '')
	if (RESUMABLE.test(path)) return 'resumable'
	if (TABLE.test(path)) return 'table'
	return FORM_WITH_FILE.test(path) || isPublicFileForm(url) ? 'form' : null
}

/** Whether an address is a report's file: such are drawn beside the pages, and wait for turns of their own. */
export function isReportFile(url: string): boolean {
	return REPORT_FILE.test(url.replace(/\?.*$/s, ''))
}

/** Whether a form with a file comes from somebody without an account. */
export function isPublicFileForm(url: string): boolean {
	return PUBLIC_FORM_WITH_FILE.test(url.replace(/\?.*$/s, ''))
}

/** What is wrong with a request before it is looked at more closely; null when nothing is. */
export function faultOf({ method, url, headers }: RequestShape): ShapeFault | null {
	const door = fileDoorOf(url)
	if (!(door === 'resumable' ? RESUMABLE_METHODS : METHODS).includes(method)) return 'method_not_allowed'
	if (url.length > LONGEST_URL) return 'address_too_long'
	if (!isReadable(url)) return 'malformed'
	if (headers['content-encoding'] !== undefined) return 'encoded_body'
	return Number(headers['content-length'] ?? 0) > mostBytes(door) ? 'too_large' : null
}

/** How much of a request's body is held in memory at most. */
export function mostHeldBytes(url: string): number {
	return fileDoorOf(url) === 'table' ? MOST_TABLE_BYTES : MOST_BODY_BYTES
}

/** A form with a file is read up to the file, whatever its length, so that what was typed is not lost. */
function mostBytes(door: FileDoor | null): number {
	if (door === 'form') return Infinity
	if (door === 'table') return MOST_TABLE_BYTES
	return door === 'resumable' ? FILE_MAX_BYTES : MOST_BODY_BYTES
}

/** An address of this site: a path, written in escapes that mean UTF-8 text without the zero character. */
function isReadable(url: string): boolean {
	if (!url.startsWith('/') || url.includes('\\') || /%00/.test(url)) return false
	try {
		decodeURIComponent(url.replace(/\?.*$/s, ''))
		return true
	} catch {
		return false
	}
}
