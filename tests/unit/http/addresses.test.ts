import { describe, expect, test } from 'vitest'
import { isOwnHost } from '#app/http/host.ts'
import { ownPath } from '#app/http/own-path.ts'
import { faultOf } from '#app/http/request-shape.ts'

test.each([
	['record.example', true],
	['localhost:3000', true],
	['127.0.0.1', true],
	['[::1]:8080', true],
	['record.example:8080', false],
	['localhost.evil.example', false],
	['127.0.0.1.evil.example', false],
	['localhost:3000@evil.example', false],
	['', false],
	[undefined, false],
])('a request sent to %s is for this site: %s', (host, isOwn) => {
	expect(isOwnHost(host, 'record.example')).toBe(isOwn)
})

test.each([
	['/en/tasks', '/en/tasks'],
	['/id/plans?status=DRAFT', '/id/plans?status=DRAFT'],
	['//evil.example/en', null],
	['/\\evil.example', null],
	['/.//evil.example', null],
	['/en/../..//evil.example', null],
	['https://evil.example', null],
	['javascript:alert(1)', null],
	['/en\r\nSet-Cookie: a=b', null],
	['en/tasks', null],
	['', null],
	[null, null],
])('after signing in, %j leads to %j', (next, path) => {
	expect(ownPath(next)).toBe(path)
})

describe('what is wrong with a request', () => {
	test.each([
		['GET', '/en/plans?q=a%20b', {}, null],
		['POST', '/en/tasks', { 'content-length': '1048576' }, null],
		['POST', '/en/tasks', { 'content-length': '1048577' }, 'too_large'],
		['GET', `/${'a'.repeat(4_095)}`, {}, null],
		['GET', `/${'a'.repeat(4_096)}`, {}, 'address_too_long'],
		['PATCH', '/', {}, 'method_not_allowed'],
		['GET', '*', {}, 'malformed'],
		['GET', '/en/%E0%A4%A', {}, 'malformed'],
		['GET', '/en/plans?q=%', {}, null],
		['POST', '/', { 'content-encoding': 'br' }, 'encoded_body'],
	] as const)('%s %.20s %o: %s', (method, url, headers, fault) => {
		expect(faultOf({ method, url, headers })).toBe(fault)
	})
})
