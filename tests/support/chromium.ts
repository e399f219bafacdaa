import { existsSync } from 'node:fs'

type Run = (command: string, args: readonly string[]) => Promise<number>

const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
]

/** Where a Chromium is on this machine; null where none is. */
export function installedChromium(): string | null {
	return [process.env.CHROMIUM_PATH, ...INSTALLED].find((path) => path && existsSync(path)) ?? null
}

/** A Chromium for the journeys, installed where there is none; null: the one that Playwright brought for itself. */
export async function findChromium(run: Run): Promise<string | null> {
	const found = installedChromium()
	if (found !== null) return found
	const isRoot = process.getuid?.() === 0
	if (isRoot && existsSync('/usr/bin/apt-get')) {
		await run('apt-get', ['update', '-q'])
		await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'])
		const fromDebian = installedChromium()
		if (fromDebian !== null) return fromDebian
	}
	await run('npx', ['playwright', 'install', 'chromium'])
	return null
}
