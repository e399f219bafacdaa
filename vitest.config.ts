import { defineConfig } from 'vitest/config'

const shared = { env: { TZ: 'Asia/Kathmandu' }, setupFiles: ['tests/support/no-console-noise.ts'] }

export default defineConfig({
	test: {
		pool: 'forks',
		maxWorkers: 2,
		projects: [
			{ test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
			{
				test: {
					...shared,
					name: 'architecture',
					include: ['tests/architecture/**/*.test.ts'],
					testTimeout: 60_000,
				},
			},
			{
				test: {
					...shared,
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					testTimeout: 30_000,
					hookTimeout: 60_000,
					globalSetup: ['tests/support/template-database.ts'],
				},
			},
		],
	},
})
