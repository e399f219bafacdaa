import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { letterTextOf, withoutLinks } from '#app/http/letter-text.ts'

const writer = createTransport(
	{ streamTransport: true, buffer: true, newline: 'unix' },
	{ from: 'a@b.example' },
)

test.each([
	['plain words', 'Tiga tenggat', 'Besok.\n\nhttps://renaksi.example/id/tasks\n'],
	['long lines', 'Surat', `${'kata '.repeat(60)}akhir\n`],
	['other letters', 'Laporan “Anggaran” – selesai', 'Komitmen “terbuka” = jalan…\nḥarf 数\n'],
	['a long subject', `Tenggat ${'panjang '.repeat(20)}“ini”`, 'x\n'],
])('a letter with %s is read as it was written', async (_what, subject, text) => {
	const { message } = await writer.sendMail({ to: 'orang@contoh.example', subject, text })
	const letter = letterTextOf(Buffer.isBuffer(message) ? message.toString('utf8') : '')
	expect(letter.to).toBe('orang@contoh.example')
	expect(letter.subject.replace(/\s+/g, ' ')).toBe(subject.trim().replace(/\s+/g, ' '))
	expect(letter.text).toBe(text)
	expect(letter.at).toMatch(/\d{4}/)
})

test.each([
	['https://renaksi.example/id/sign-in/link?token=abc&next=%2Fid', 'a link that signs in'],
	['http://localhost:3000/en/letters/00ff/end/digest', 'a link that ends letters'],
	['http://localhost:3000/en/letters/00ff/acknowledge/2026-07-15', 'a link that acknowledges'],
])('%s is left out: it is %s', (link) => {
	expect(withoutLinks(`Open:\n${link}\nDone.`, '(left out)')).toBe('Open:\n(left out)\nDone.')
})

test('other links stay', () => {
	const text = 'https://renaksi.example/id/tasks'
	expect(withoutLinks(text, '')).toBe(text)
})
