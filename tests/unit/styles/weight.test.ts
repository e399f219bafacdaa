import { gzipSync } from 'node:zlib'
import { compile } from 'sass'
import { expect, test } from 'vitest'

const { css } = compile('app/styles/app.scss', { quietDeps: true, style: 'compressed' })

test('the whole style sheet is at most 20 kB on the wire', () => {
	expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(20 * 1024)
})

test('type has five sizes on the screen', () => {
	// The exclamation mark of a warning is a drawn sign, not type.
	const screen = css
		.replaceAll(/@media print\{(?:[^{}]|\{[^{}]*\})*\}/g, '')
		.replaceAll(/\.govuk-warning-text__icon\{[^}]*\}/g, '')
	const sizes = [...screen.matchAll(/font-size:([\d.]+)(rem|px)/g)].map(([, size, unit]) =>
		unit === 'rem' ? Number(size) * 16 : Number(size),
	)
	expect([...new Set(sizes)].filter((size) => ![14, 16, 20, 24, 32].includes(size))).toEqual([])
})
