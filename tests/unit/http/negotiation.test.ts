import { expect, test } from 'vitest'
import { bestEncoding, isCompressible } from '#app/http/encoding.server.ts'
import { wantedLocale } from '#app/http/wanted-locale.ts'

test.each([
	[undefined, 'id'],
	['', 'id'],
	['en', 'en'],
	['en-GB,id;q=0.9', 'en'],
	['id-ID,id;q=0.9,en;q=0.8', 'id'],
	['fr,en;q=0.3', 'en'],
	['en;q=0, fr', 'id'],
	['en;q=0.2, id;q=0.7', 'id'],
	['de', 'id'],
	[';;q=,', 'id'],
])('a reader whose browser likes “%s” is led to %s', (header, locale) => {
	expect(wantedLocale(header)).toBe(locale)
})

test.each([
	[undefined, 'identity'],
	['gzip, deflate, br, zstd', 'br'],
	['gzip', 'gzip'],
	['BR;q=1.0', 'br'],
	['br;q=0, gzip;q=0.001', 'gzip'],
	['identity', 'identity'],
	['*', 'identity'],
])('for “%s” a page travels as %s', (header, encoding) => {
	expect(bestEncoding(header)).toBe(encoding)
})

test.each([
	['text/html; charset=utf-8', 5_000, true],
	['application/json', 5_000, true],
	['image/svg+xml', 5_000, true],
	['application/pdf', 5_000, false],
	['font/woff2', 5_000, false],
	['text/html', 100, false],
])('%s of %i bytes becomes smaller: %s', (type, bytes, is) => {
	expect(isCompressible(type, bytes)).toBe(is)
})
