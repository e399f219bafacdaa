import { expect, test } from 'vitest'
import { mayChange } from '#app/http/csrf.ts'

const site = 'https://record.example'
const form = {
	method: 'POST',
	host: 'record.example',
	fetchSite: undefined,
	origin: undefined,
	hasCookie: true,
}

test.each([
	['a reader from anywhere', { ...form, method: 'GET', fetchSite: 'cross-site' }, true],
	['a form of this site', { ...form, fetchSite: 'same-origin' }, true],
	[
		'a form of this site, whose pages send no referrer',
		{ ...form, fetchSite: 'same-origin', origin: 'null' },
		true,
	],
	['a form of this site in an older browser', { ...form, origin: site }, true],
	['a form of the same host without encryption', { ...form, origin: 'http://record.example' }, false],
	['a form of a neighbouring host', { ...form, origin: 'https://other.record.example' }, false],
	['a form of a host that begins alike', { ...form, origin: 'https://record.example.evil.example' }, false],
	['a form without an origin', { ...form, origin: 'null' }, false],
	['a form of another site', { ...form, fetchSite: 'cross-site' }, false],
	['a form of a neighbour', { ...form, fetchSite: 'same-site' }, false],
	['an empty word of the browser', { ...form, fetchSite: '' }, false],
	['a program with a cookie', form, false],
	['a program without one', { ...form, hasCookie: false }, true],
	[
		'a form of this machine sent to it by another name',
		{ ...form, host: 'localhost:3000', origin: 'http://127.0.0.1:3000' },
		false,
	],
	[
		'a form of this machine sent to the same name',
		{ ...form, host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' },
		true,
	],
	[
		'a form of another host that names itself',
		{ ...form, host: 'evil.example', origin: 'http://evil.example' },
		false,
	],
])('%s may change something: %o → %s', (_who, sender, may) => {
	expect(mayChange(sender, site)).toBe(may)
})
