import { deflateSync, gzipSync } from 'node:zlib'
import {
	animatedWebp,
	chunk,
	drawing,
	jpegSegments,
	jpegWith,
	plainPng,
	pngTexts,
	pngWith,
	webpWith,
} from './make/picture-files.ts'
import { onePage } from './make/pdf-file.ts'
import { zipOf } from './make/zip-file.ts'
import { noise, once, seeded } from './samples.ts'
import type { HostileFile } from './samples.ts'

const SCRIPT = '<script>alert(1)</script>'
const jpeg = once(() => drawing(120, 80).jpeg().toBuffer())
const png = once(() => drawing(120, 80).png().toBuffer())
const webp = once(() => drawing(64, 64).webp().toBuffer())
const zip = () => zipOf([['run.js', Buffer.from('alert(1)')]])

const twoThings: readonly HostileFile[] = [
	{ name: 'gif-and-script.gif', bytes: () => Buffer.from('GIF89a=1;alert(1)//'), refused: ['OTHER_IMAGE'] },
	{
		name: 'bitmap-and-script.bmp',
		bytes: () => Buffer.from('BM=1;alert(1)//'),
		harm: ['alert('],
		refused: ['OTHER_IMAGE'],
	},
	{
		name: 'jpeg-and-zip.jpg',
		bytes: async () => jpegWith(await jpeg(), [], zip()),
		harm: ['PK\x03\x04', 'run.js'],
	},
	{
		name: 'jpeg-and-page.jpg',
		bytes: async () => jpegWith(await jpeg(), [jpegSegments.comment(SCRIPT)]),
		harm: ['<script'],
	},
	{
		name: 'jpeg-and-page-after.jpg',
		bytes: async () => jpegWith(await jpeg(), [], Buffer.from(SCRIPT)),
		harm: ['<script'],
	},
	{
		name: 'jpeg-and-php.jpg',
		bytes: async () =>
			jpegWith(await jpeg(), [jpegSegments.other(4, Buffer.from('<?php system($_GET[0]);?>'))]),
		harm: ['<?php'],
	},
	{
		name: 'jpeg-and-pdf.jpg',
		bytes: async () => jpegWith(await jpeg(), [jpegSegments.comment('%PDF-1.4')], onePage()),
		harm: ['%PDF', '/Catalog'],
	},
	{
		name: 'jpeg-and-film.jpg',
		bytes: async () =>
			jpegWith(await jpeg(), [], Buffer.from('\0\0\0\x18ftypmp42 film of the demonstration')),
		harm: ['ftyp', 'film'],
	},
	{
		name: 'png-and-page.png',
		bytes: async () => pngWith(await png(), [pngTexts.plain('Comment', SCRIPT)]),
		harm: ['<script'],
	},
	{
		name: 'png-and-own-chunk.png',
		bytes: async () => pngWith(await png(), [chunk('prVt', Buffer.from(SCRIPT))]),
		harm: ['<script'],
	},
	{ name: 'png-and-zip.png', bytes: async () => pngWith(await png(), [], zip()), harm: ['PK\x03\x04'] },
	{
		name: 'webp-and-script.webp',
		bytes: async () => webpWith(await webp(), [['JUNK', Buffer.from(SCRIPT)]], Buffer.from('alert(1)')),
		harm: ['<script', 'alert('],
	},
	{
		name: 'icc-and-script.jpg',
		bytes: async () => jpegWith(await jpeg(), [jpegSegments.profile(Buffer.from(SCRIPT))]),
		harm: ['<script'],
	},
	{
		name: 'zip-before-jpeg.jpg',
		bytes: async () => Buffer.concat([zip(), await jpeg()]),
		refused: ['ARCHIVE'],
	},
	{
		name: 'page-before-png.png',
		bytes: async () => Buffer.concat([Buffer.from(SCRIPT), await png()]),
		refused: ['UNKNOWN', 'MARKUP'],
	},
]

const svg = (body: string) =>
	Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${body}</svg>`)
const markup: readonly HostileFile[] = [
	['drawing.svg', svg('<path d="M0 0"/>')],
	['script.svg', svg(SCRIPT)],
	['script.svg.jpg', svg('<image href="file:///etc/passwd"/>')],
	['mark.svg', Buffer.concat([Buffer.from('\ufeff'), svg(SCRIPT)])],
	[
		'entities.svg',
		Buffer.from(
			'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
		),
	],
	[
		'laughs.xml',
		Buffer.from('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'),
	],
	['outside.xml', Buffer.from('<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><x/>')],
	['page.html', Buffer.from(`<!doctype html>${SCRIPT}`)],
	['shout.HTM', Buffer.from('<HTML><BODY ONLOAD=alert(1)>')],
	['late.html', Buffer.from(`${' \n'.repeat(700)}<html>${SCRIPT}`)],
	['comment.html', Buffer.from(`<!-- a note -->\n<script>alert(1)</script>`)],
	['application.hta', Buffer.from('<html><hta:application id="x"/><script language="vbscript">x</script>')],
	['style.xsl', Buffer.from('<xsl:stylesheet version="1.0"/>')],
	['feed.rss', Buffer.from('<rss version="2.0"></rss>')],
	['page.xhtml', Buffer.from('<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>')],
	[
		'saved.mhtml',
		Buffer.from(
			'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<script>',
		),
	],
	['page.php', Buffer.from('<?php system($_GET["c"]);')],
].map(([name, bytes]) => ({ name: String(name), bytes: () => Buffer.from(bytes ?? ''), refused: ['MARKUP'] }))

/** A picture that says to be larger than anybody draws. */
function header(bytes: Buffer, at: number, value: string): Buffer {
	const changed = Buffer.from(bytes)
	changed.write(value, at, 'hex')
	return changed
}

/** A progressive JPEG of very many passes over the same picture. */
async function manyPasses(): Promise<Buffer> {
	const whole = await drawing(2_000, 2_000).jpeg({ progressive: true }).toBuffer()
	const last = whole.lastIndexOf(Buffer.from([0xff, 0xda]))
	const pass = whole.subarray(last, -2)
	return Buffer.concat([
		whole.subarray(0, -2),
		...Array.from({ length: 3_000 }, () => pass.subarray(0, 1_500)),
		whole.subarray(-2),
	])
}

const bombs: readonly HostileFile[] = [
	{ name: '256-megapixels.png', bytes: () => plainPng(16_000, 16_000), refused: ['TOO_MANY_PIXELS'] },
	{ name: '41-megapixels.png', bytes: () => plainPng(6_500, 6_400), refused: ['TOO_MANY_PIXELS'] },
	{ name: '4-gigapixels.png', bytes: () => plainPng(65_000, 65_000), refused: ['TOO_MANY_PIXELS', 'BROKEN'] },
	{
		name: '2-billion-wide.png',
		bytes: () => plainPng(2 ** 31 - 1, 1),
		refused: ['TOO_MANY_PIXELS', 'BROKEN'],
	},
	{
		name: '65000-high.jpg',
		bytes: async () =>
			header(await jpeg(), (await jpeg()).indexOf(Buffer.from([0xff, 0xc0])) + 5, 'fdf0fdf0'),
		refused: ['TOO_MANY_PIXELS', 'BROKEN'],
	},
	{
		name: '16383-square.webp',
		bytes: async () => header(await webp(), 26, 'ff3fff3f'),
		refused: ['TOO_MANY_PIXELS', 'BROKEN'],
	},
	{
		name: 'text-of-60-mb.png',
		bytes: async () => pngWith(await png(), [pngTexts.packed('Comment', 'a'.repeat(60 * 2 ** 20))]),
		harm: ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
	},
	{
		name: 'profile-of-60-mb.png',
		bytes: async () =>
			pngWith(await png(), [
				chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.alloc(60 * 2 ** 20))])),
			]),
		harm: ['iCCP'],
	},
	{
		name: 'ten-thousand-texts.png',
		bytes: async () =>
			pngWith(
				await png(),
				Array.from({ length: 10_000 }, () => pngTexts.plain('Comment', 'harmful')),
			),
		harm: ['harmful'],
	},
	{ name: 'three-thousand-passes.jpg', bytes: manyPasses, harm: [] },
	{
		name: 'thousand-frames.webp',
		bytes: async () => animatedWebp(await webp(), 64, 1_000),
		harm: ['ANMF', 'ANIM'],
	},
	{
		name: 'thousand-frames.png',
		bytes: async () =>
			pngWith(await png(), [
				chunk('acTL', Buffer.from('000003e800000000', 'hex')),
				...Array.from({ length: 1_000 }, () => chunk('fdAT', noise(40))),
			]),
		harm: ['fdAT', 'acTL'],
	},
	{ name: 'drawing.svgz', bytes: () => gzipSync(svg(SCRIPT)), refused: ['ARCHIVE'] },
]

/** A picture that was cut or changed on its way; what a decoder makes of it is not known before. */
async function damaged(): Promise<readonly HostileFile[]> {
	const whole = [
		['jpg', await jpeg()],
		['png', await png()],
		['webp', await webp()],
		['pdf', onePage()],
	] as const
	const next = seeded(2_026)
	return whole.flatMap(([ending, bytes]) => [
		...[0.5, 0.95].map((share) => ({
			name: `cut-at-${String(share * 100)}.${ending}`,
			bytes: () => bytes.subarray(0, Math.floor(bytes.length * share)),
			...(ending === 'pdf' ? {} : { refused: ['BROKEN', 'UNKNOWN', 'TEXT_ENCODING'] as const }),
		})),
		...[1, 2].map((round) => ({
			name: `flipped-${String(round)}.${ending}`,
			bytes: () => {
				const changed = Buffer.from(bytes)
				for (let flip = 0; flip < round * 4; flip += 1) {
					const at = Math.floor(next() * changed.length)
					changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(next() * 8))
				}
				return changed
			},
		})),
	])
}

/** Pictures that are something else too, that are not what they seem, or that are made to break a decoder. */
export async function hostilePictures(): Promise<readonly HostileFile[]> {
	return [...twoThings, ...markup, ...bombs, ...(await damaged())]
}
