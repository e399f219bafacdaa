import { expect, test } from 'vitest'
import { kindOf } from '#app/cleaning/kind-of-file.ts'
import { drawing } from '#tests/uploads/make/picture-files.ts'
import { onePage } from '#tests/uploads/make/pdf-file.ts'
import { officeFile, zipOf } from '#tests/uploads/make/zip-file.ts'

const utf16 = (text: string) => Buffer.from(text, 'utf16le')

test.each([
	['a JPEG', () => drawing(9, 9).jpeg().toBuffer(), 'JPEG'],
	['a PNG', () => drawing(9, 9).png().toBuffer(), 'PNG'],
	['a WebP', () => drawing(9, 9).webp().toBuffer(), 'WEBP'],
	['a PDF', () => onePage(), 'PDF'],
	['a PDF after a few words', () => Buffer.concat([Buffer.from('words\n'), onePage()]), 'PDF'],
	['words', () => Buffer.from('Notulen rapat'), 'TEXT'],
	[
		'words that were cut inside a letter',
		() => Buffer.from('x'.repeat(65_535) + 'é').subarray(0, 65_536),
		'TEXT',
	],
	['an address card', () => Buffer.from('BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n'), 'TEXT'],
])('%s is made anew', async (_what, bytes, kind) => {
	expect(await kindOf(await bytes())).toBe(kind)
})

test.each([
	['nothing', () => Buffer.alloc(0), 'EMPTY'],
	['a page', () => Buffer.from('\n<!-- x --><html>'), 'MARKUP'],
	['a drawing of text', () => Buffer.from('<svg/>'), 'MARKUP'],
	[
		'a page in a mail',
		() => Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n'),
		'MARKUP',
	],
	['a document of an office program', () => officeFile('word'), 'OFFICE_FILE'],
	['one with macros', () => officeFile('word', true), 'OFFICE_FILE'],
	['an archive', () => zipOf([['a', Buffer.from('a')]]), 'ARCHIVE'],
	['a GIF that is a script too', () => Buffer.from('GIF89a=1;alert(1)'), 'OTHER_IMAGE'],
	['a program', () => Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1'), 'PROGRAM'],
	['a list of commands', () => Buffer.from('#!/bin/sh\n'), 'PROGRAM'],
	['what starts a program', () => Buffer.from('# x\n[Desktop Entry]\nExec=x\n'), 'PROGRAM'],
	['UTF-16 with its mark', () => utf16('\ufeffhello'), 'TEXT_ENCODING'],
	['UTF-16 without it', () => utf16('hello and more'), 'TEXT_ENCODING'],
	['an older code page', () => Buffer.from('caf\xe9', 'latin1'), 'TEXT_ENCODING'],
	['nothing that anybody knows', () => Buffer.from('00ff00fe10', 'hex'), 'UNKNOWN'],
])('%s is refused', async (_what, bytes, refusal) => {
	expect(await kindOf(bytes())).toEqual({ refusal })
})
