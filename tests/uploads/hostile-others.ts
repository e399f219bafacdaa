import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { drawing } from './make/picture-files.ts'
import { officeFile, openDocument, zipOf } from './make/zip-file.ts'
import { noise } from './samples.ts'
import type { HostileFile } from './samples.ts'

const hex = (text: string, more = 200) =>
	Buffer.concat([Buffer.from(text.replaceAll(' ', ''), 'hex'), noise(more)])
const box = (brand: string) =>
	Buffer.concat([Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}mif1`, 'latin1'), noise(300)])

type Row = readonly [name: string, bytes: () => Buffer | Promise<Buffer>]

function refusedAs(refused: HostileFile['refused'], rows: readonly Row[]): readonly HostileFile[] {
	return rows.map(([name, bytes]) => ({ name, bytes, ...(refused ? { refused } : {}) }))
}

const nothing = refusedAs(
	['EMPTY', 'UNKNOWN', 'TEXT_ENCODING'],
	[
		['empty.jpg', () => Buffer.alloc(0)],
		['one-zero.png', () => Buffer.alloc(1)],
		['zeros.pdf', () => Buffer.alloc(5_000)],
		['noise.webp', () => noise(5_000)],
		['blanks.txt', () => Buffer.from(' \n\t\n ')],
		['only-a-mark.txt', () => Buffer.from('\ufeff')],
	],
)

const programs = refusedAs(
	['PROGRAM'],
	[
		['photo.jpg.exe', () => hex('4d5a 9000 0300 0000 0400 0000 ffff 0000')],
		['photo.jpg', () => hex('7f45 4c46 0201 0100')],
		['application', () => hex('cffa edfe 0700 0001')],
		['photo.lnk', () => hex('4c00 0000 0114 0200 0000 0000 c000 0000 0000 0046')],
		['module.wasm', () => hex('0061 736d 0100 0000')],
		['Applet.class', () => hex('cafe babe 0000 0034')],
		['run.sh', () => Buffer.from('#!/bin/sh\nrm -rf /\n')],
		['run.bat', () => Buffer.from('@echo off\r\ndel /q *\r\n')],
		['photo.desktop', () => Buffer.from('# comment\n[Desktop Entry]\nType=Application\nExec=sh -c x\n')],
		['photo.url', () => Buffer.from('[InternetShortcut]\nURL=file:///etc/passwd\n')],
		['autorun.inf', () => Buffer.from('[autorun]\nopen=x.exe\n')],
	],
)

const archives = refusedAs(
	['ARCHIVE'],
	[
		['files.zip', () => zipOf([['a.txt', Buffer.from('a')]])],
		['bomb.zip', () => zipOf([['zeros', Buffer.alloc(64 * 2 ** 20)]])],
		['nested.zip', () => zipOf([['inner.zip', zipOf([['zeros', Buffer.alloc(2 ** 26)]])]])],
		['out.zip', () => zipOf([['../../etc/cron.d/x', Buffer.from('x')]])],
		['photo.jpg', () => zipOf([['photo.jpg', Buffer.from('x')]])],
		['files.rar', () => hex('5261 7221 1a07 0100')],
		['files.7z', () => hex('377a bcaf 271c 0004')],
		['files.gz', () => gzipSync(Buffer.alloc(2 ** 26))],
		['files.xz', () => hex('fd37 7a58 5a00')],
		['files.zst', () => hex('28b5 2ffd')],
	],
)

const office = refusedAs(
	['OFFICE_FILE'],
	[
		['minutes.docx', () => officeFile('word')],
		['macro.docm', () => officeFile('word', true)],
		['budget.xlsx', () => officeFile('xl')],
		['macro.pdf', () => officeFile('word', true)],
		['old.doc', () => hex('d0cf 11e0 a1b1 1ae1', 2_000)],
		['letter.rtf', () => Buffer.from('{\\rtf1 {\\object\\objupdate}}')],
		['minutes.odt', openDocument],
	],
)

const media = refusedAs(
	['AUDIO_VIDEO'],
	[
		['film.mp4', () => box('mp42')],
		['film.mov', () => box('qt  ')],
		['film.webm', () => Buffer.concat([Buffer.from('1a45dfa3a3428681014282847765626d', 'hex'), noise(200)])],
		['film.avi', () => Buffer.concat([Buffer.from('RIFF\0\x10\0\0AVI LIST'), noise(400)])],
		[
			'sound.mp3',
			() =>
				Buffer.concat([
					Buffer.from('ID3\x03\0\0\0\0\0\x0a'),
					noise(10),
					Buffer.from('fffb9064', 'hex'),
					noise(800),
				]),
		],
		[
			'sound.ogg',
			() =>
				Buffer.concat([Buffer.from('OggS\0\x02'), Buffer.alloc(22), Buffer.from('\x01vorbis'), noise(200)]),
		],
		['sound.wav', () => Buffer.concat([Buffer.from('RIFF\x24\x08\0\0WAVEfmt '), noise(400)])],
		['sound.flac', () => Buffer.concat([Buffer.from('fLaC'), noise(400)])],
	],
)

const pictures = refusedAs(
	['OTHER_IMAGE'],
	[
		['moving.gif', () => drawing(20, 20).gif().toBuffer()],
		['scan.tiff', () => drawing(20, 20).tiff().toBuffer()],
		['photo.avif', () => drawing(20, 20).avif().toBuffer()],
		[
			'scan.jpg',
			() =>
				sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
					.tiff()
					.toBuffer(),
		],
		['icon.ico', () => hex('0000 0100 0100 1010 0000 0100 2000')],
		['layers.psd', () => hex('3842 5053 0001')],
		['photo.jp2', () => hex('0000 000c 6a50 2020 0d0a 870a 0000 0014 6674 7970 6a70 3220')],
		['photo.jxl', () => hex('0000 000c 4a58 4c20 0d0a 870a')],
	],
)

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const texts: readonly HostileFile[] = [
	...refusedAs(['HEIC'], [['photo.heic', () => box('heic')]]),
	...refusedAs(
		['INFECTED'],
		[
			['eicar.com', () => Buffer.from(EICAR)],
			['eicar.txt', () => Buffer.from(`\ufeff${EICAR}\n`)],
		],
	),
	{
		name: 'eicar.jpg',
		bytes: async () => Buffer.concat([await drawing(9, 9).jpeg().toBuffer(), Buffer.from(EICAR)]),
		harm: ['EICAR'],
	},
	...refusedAs(
		['TEXT_ENCODING'],
		[
			['utf-16.txt', () => Buffer.from('\ufeff<script>alert(1)</script>', 'utf16le')],
			['utf-16-turned.txt', () => Buffer.from('\ufeff<b>', 'utf16le').swap16()],
			['utf-16-bare.txt', () => Buffer.from('<script>alert(1)</script>', 'utf16le')],
			['utf-7.txt', () => Buffer.from('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')],
			['utf-7-mark.txt', () => Buffer.from('+/v8-Hello')],
			['utf-7-joined.txt', () => Buffer.from('hello +ADwAcwBjAHIAaQBwAHQAPg- there')],
			['windows-1252.txt', () => Buffer.from('caf\xe9 and more', 'latin1')],
			['overlong.txt', () => Buffer.from('c0bc73637269707420', 'hex')],
			['half-letters.txt', () => Buffer.from('eda080 41 42'.replaceAll(' ', ''), 'hex')],
			['terminal.txt', () => Buffer.from('\x1b]0;title\x07\x1b[2Jhello')],
			['bell.csv', () => Buffer.from('a,b\n\x07,2\n')],
			['c1.txt', () => Buffer.from('a\u0085b\u009b31m')],
			['delete.txt', () => Buffer.from('a\x7fb')],
		],
	),
	...refusedAs(['TEXT_ENCODING', 'UNKNOWN'], [['zero-inside.txt', () => Buffer.from('name\0.exe and text')]]),
	{
		name: 'formulas.csv',
		bytes: () => Buffer.from("name,amount\n=cmd|' /C calc'!A0,1\n+1+1,2\n@SUM(A1),3\n-2+3,4\n"),
		isText: true,
	},
	{ name: 'formula-of-full-width.csv', bytes: () => Buffer.from('a,b\n＝1+1,2\n'), isText: true },
	{
		name: 'page-below.txt',
		bytes: () => Buffer.from('Dear all,\n<script>alert(1)</script>\n'),
		isText: true,
	},
	{ name: 'turned-around.txt', bytes: () => Buffer.from('invoice\u202Efdp.exe'), isText: true },
	{ name: 'script.vbs', bytes: () => Buffer.from('CreateObject("WScript.Shell").Run "calc"'), isText: true },
]

/** Files that are no evidence at all, and texts with something in them. */
export const HOSTILE_OTHERS: readonly HostileFile[] = [
	...nothing,
	...programs,
	...archives,
	...office,
	...media,
	...pictures,
	...texts,
]
