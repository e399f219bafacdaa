import sharp from 'sharp'
import { FILE_MAX_BYTES, MEDIA_TYPES } from '#app/domain/upload/rules.ts'
import type { Cleaned, Outcome } from './clean-all.ts'
import { holds, readable } from './public-bytes.ts'
import type { HostileFile, TrueFile } from './samples.ts'

/** What is wrong with the outcome of a true file; null where nothing is. */
export async function faultOfTrue(file: TrueFile, outcome: Outcome): Promise<string | null> {
	if ('refusal' in outcome) return `refused: ${outcome.refusal}`
	const { facts } = outcome
	if (facts.mediaType !== file.mediaType) return `taken as ${facts.mediaType}`
	const missed = (file.removed ?? []).filter((code) => !facts.removed.includes(code))
	if (missed.length > 0)
		return `does not say that it removed ${missed.join(', ')}, only ${facts.removed.join(', ')}`
	if (file.pages !== undefined && facts.pages !== file.pages) return `has ${String(facts.pages)} pages`
	if (file.text !== undefined && outcome.file.toString() !== file.text) return 'says something else'
	return (await faultOfShape(outcome)) ?? (file.size ? faultOfSize(outcome, file.size) : null)
}

/** What is wrong with the outcome of a hostile file; null where it was refused or holds nothing of the harm. */
export async function faultOfHostile(file: HostileFile, outcome: Outcome): Promise<string | null> {
	if ('refusal' in outcome) {
		if (!file.refused || file.refused.includes(outcome.refusal)) return null
		return `refused for another reason: ${outcome.refusal}`
	}
	const { facts } = outcome
	if (file.refused) return `taken as ${facts.mediaType}`
	if (file.isText) return facts.mediaType.startsWith('text/') ? null : `taken as ${facts.mediaType}`
	if (facts.mediaType.startsWith('text/')) return 'taken as text'
	const left = (file.harm ?? []).filter((harm) =>
		[outcome.file, outcome.preview].some((bytes) => bytes && holds(bytes, harm, readable(bytes))),
	)
	return left.length > 0 ? `still holds ${left.join(', ')}` : faultOfShape(outcome)
}

/** A cleaned file is of a kind that is handed out, begins as that kind does, and carries nothing beside itself. */
async function faultOfShape({ facts, file, preview }: Cleaned): Promise<string | null> {
	if (!MEDIA_TYPES.includes(facts.mediaType)) return `is handed out as ${facts.mediaType}`
	if (facts.bytes !== file.length || facts.bytes === 0) return 'is of another length'
	if (facts.mediaType.startsWith('text/')) return preview ? 'has a picture' : null
	if (!preview) return 'has no preview'
	if (facts.mediaType === 'application/pdf')
		return file.subarray(0, 5).toString() === '%PDF-' ? null : 'is no PDF'
	if (file.length > FILE_MAX_BYTES) return 'is larger than it may be'
	const pictures = [await sharp(file).metadata(), await sharp(preview).metadata()]
	const carried = pictures.some(
		({ exif, icc, iptc, xmp, comments }) => exif || icc || iptc || xmp || comments,
	)
	return carried ? 'carries something beside its pixels' : null
}

async function faultOfSize(
	{ file }: Cleaned,
	[width, height]: readonly [number, number],
): Promise<string | null> {
	const seen = await sharp(file).metadata()
	return seen.width === width && seen.height === height
		? null
		: `is ${String(seen.width)} × ${String(seen.height)}`
}
