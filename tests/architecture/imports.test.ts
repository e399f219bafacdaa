import { expect, test } from 'vitest'
import { breaches } from './imports-of.ts'
import { sourcesIn, textOf } from './source-files.ts'
import { WALLS } from './walls.ts'

test('no room reaches what lies behind its walls', () => {
	const found = sourcesIn('app', 'reports', 'prisma').flatMap((path) => breaches(path, textOf(path), WALLS))
	expect(found).toEqual([])
})

test('a room takes from another room of the domain what is pure or what is read, never what changes things', () => {
	const found = sourcesIn('app/domain').flatMap((path) => {
		const own = path.split('/').slice(0, 3).join('/')
		const others = new RegExp(`^app/domain/(?!${own.slice(11)}/).*(?<!/queries)\\.server`)
		return breaches(path, textOf(path), [
			[/^/, others, 'compose commands in a route, or move the common rule into a pure file'],
		])
	})
	expect(found).toEqual([])
})

test.each([
	['app/routes/public/home.tsx', `import { PrismaClient } from '#prisma/generated/client.ts'`],
	['app/routes/public/home.tsx', `const { openDatabase } = await import('../../db.server.ts')`],
	['app/components/plan/title.tsx', `import { guardedLoader } from '#app/http/guard.server.ts'`],
	['app/components/ui/tag.tsx', `import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'`],
	['app/http/guard.server.ts', `import { useState } from 'react'`],
	['app/domain/plan/rules.ts', `import { json } from '@remix-run/node'`],
	['app/domain/plan/rules.ts', `import { readFileSync } from 'node:fs'`],
	['app/domain/plan/queries.server.ts', `import { PrismaClient } from '#prisma/generated/client.ts'`],
	['app/ledger/leaf.ts', `export { dayIn } from '../domain/calendar.ts'`],
	['app/access/policy.ts', `import '../domain/refusal.ts'`],
	['app/i18n/format.ts', `import { readConfig } from '#app/config.server.ts'`],
	['reports/progress-report/model.ts', `import { may } from '#app/access/policy.ts'`],
	['app/log.server.ts', `import { createRequestHandler } from '@remix-run/express'`],
])('a breach in %s is caught: %s', (path, source) => {
	expect(breaches(path, source, WALLS)).not.toEqual([])
	expect(breaches(path, source.replace('import {', 'import type {'), WALLS).length === 0).toBe(
		source.startsWith('import {'),
	)
})
