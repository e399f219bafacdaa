import { expect, test } from 'vitest'
import { openWords, uploadWords } from '#app/components/workspace/upload-words.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'

test.each(LOCALES)('the script that sends a file says in %s what the page would say', (locale) => {
	const values = { share: '40 %', sent: '8 MB', total: '20 MB', name: 'kantor.jpg', size: '20 MB' }
	const page = sayIn(locale)
	const script = openWords(JSON.stringify(uploadWords(page)))
	for (const key of Object.keys(uploadWords(page))) expect(script(key, values)).toBe(page(key, values))
})

test('a name that looks like one of its places stays a name', () => {
	const script = openWords(JSON.stringify(uploadWords(sayIn('en'))))
	expect(script('upload.arrived', { name: '{size}.jpg', size: '1 kB' })).toContain('{size}.jpg, 1 kB')
})
