import { expect, test } from 'vitest'
import { hrefIn, milestoneHref } from '#app/components/addresses.ts'

test.each([
	['/en/plans/idn-2022', '/id/plans/idn-2022'],
	['/en', '/id'],
	['/id/plans?state=AGREES&after=3', '/id/plans?state=AGREES&after=3'],
	['/endorsements', '/id'],
	['/api/v1/plans', '/id'],
	['', '/id'],
])('%s in Indonesian is %s', (path, indonesian) => {
	expect(hrefIn('id', path)).toBe(indonesian)
})

test('a milestone is a section of its commitment', () => {
	expect(milestoneHref('en', 'c1', 'm1')).toBe('/en/commitments/c1#milestone-m1')
})
