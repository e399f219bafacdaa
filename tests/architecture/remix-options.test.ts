import { expect, test } from 'vitest'
import { importsOf } from './imports-of.ts'
import { textOf } from './source-files.ts'
import remixOptions from '../../remix.config.js'

test('the build takes its options from remix.config.js', () => {
	const source = textOf('vite.config.ts')
	expect(importsOf('vite.config.ts', source)).toContain('remix.config.js')
	expect(source).toMatch(/plugins: \[\s*remix\(remixOptions\)/)
})

test('the serializer and the manifest endpoint with published flaws stay out of the request path', () => {
	expect(remixOptions.future).toMatchObject({ v3_singleFetch: false, v3_lazyRouteDiscovery: false })
})

test('every other flag of the next major version is on', () => {
	expect(remixOptions.future).toMatchObject({
		v3_fetcherPersist: true,
		v3_relativeSplatPath: true,
		v3_throwAbortReason: true,
		v3_routeConfig: true,
	})
})
