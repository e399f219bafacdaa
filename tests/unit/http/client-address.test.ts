import { expect, test } from 'vitest'
import { addressBlock, clientAddress } from '#app/http/client-address.server.ts'

test.each([
	['nobody stands in front', '198.51.100.7', undefined, 0, '198.51.100.7'],
	['nobody stands in front, and the client invents a hop', '198.51.100.7', '203.0.113.1', 0, '198.51.100.7'],
	['the one proxy saw it', '10.0.0.1', '203.0.113.1', 1, '203.0.113.1'],
	[
		'the one proxy saw it, behind hops the client invented',
		'10.0.0.1',
		'1.1.1.1, 2.2.2.2, 203.0.113.1',
		1,
		'203.0.113.1',
	],
	['the outer of two proxies saw it', '10.0.0.1', '1.1.1.1, 203.0.113.1, 10.0.0.2', 2, '203.0.113.1'],
	['fewer proxies wrote than there should be', '10.0.0.1', '203.0.113.1', 3, '203.0.113.1'],
	['the proxy wrote nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
	['the proxy wrote no address', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
	['the socket writes IPv4 as IPv6', '::ffff:198.51.100.7', undefined, 0, '198.51.100.7'],
])('the client’s address when %s', (_when, socket, forwarded, proxies, address) => {
	expect(clientAddress(socket, forwarded, proxies)).toBe(address)
})

test.each([
	['198.51.100.7', '198.51.100.0/24'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:DB8:0001:0002::1', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['nonsense', 'unknown'],
])('the neighbours of %s are %s', (address, block) => {
	expect(addressBlock(address)).toBe(block)
})
