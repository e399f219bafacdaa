import type { Wall } from './imports-of.ts'

const DATABASE = /^(prisma|@prisma|@electric-sql|pg$|pg\/|app\/db\.server)/

/** The walls of the house: what each room must not reach at run time, and why. */
export const WALLS: readonly Wall[] = [
	[/^app\/routes\//, DATABASE, 'the domain is the only one who asks the database'],
	[/^app\/components\//, /\.server\b|^app\/(http|routes)\//, 'a component shows a view'],
	[
		/^app\/components\/ui\//,
		/^app\/(domain|components\/(?!ui\/)[^/]+\/)/,
		'the kit of elements knows no noun',
	],
	[/^app\/http\//, /^react|^app\/(routes|components)\//, 'plumbing has no pages'],
	[
		/^app\/domain\//,
		/^(react|recharts|@remix-run)|^app\/(http|i18n|routes|components|charts)\/|^reports\//,
		'a rule must survive a change of framework',
	],
	[/^app\/domain\//, /^prisma\/generated|^app\/[\w-]+\.server/, 'the world comes in by ctx'],
	[
		/^app\/ledger\/(?!log-folder\.server)/,
		/^(?!app\/ledger\/|node:crypto$|canonicalize$)/,
		'the record must be checkable on its own',
	],
	[
		/^app\/ledger\/log-folder\.server/,
		/^(?!app\/ledger\/|node:(fs\/promises|path)$)/,
		'what was signed is kept in a folder outside the database, and this alone knows the folder',
	],
	[/^app\/access\//, /^/, 'the table of rights depends on nothing'],
	[/^app\/i18n\//, /^(?!app\/i18n\/|i18next$)/, 'words depend on nothing'],
	[
		/^app\/charts\//,
		/^(?!app\/charts\/|d3-|qrcode-generator$|app\/domain\/[^.]+\.ts$)/,
		'data becomes marks without the world',
	],
	[
		/^app\/(domain|access|i18n|charts|ledger)\/(?!.*\.server\.)/,
		/^node:(?!crypto$)|\.server\b/,
		'the suffix tells purity: move it to a .server.ts file',
	],
	[/^app\/components\/(?!.*\.server\.)/, /^node:/, 'components run in browsers'],
	[
		/^app\/import\//,
		/^(react|recharts|@remix-run|node:|prisma|@prisma)|\.server\b|^app\/(?!import\/|domain\/)/,
		'a file is read into what the domain takes, without the world',
	],
	[
		/^app\/export\//,
		/^(react|recharts|@remix-run|node:|prisma|@prisma)|\.server\b|^app\/(?!export\/|import\/|domain\/)/,
		'a view is written into a file without the world',
	],
	[
		/^reports\/(?!report\.ts$)/,
		/^(react|recharts|@remix-run)|\.server\b|^app\/(http|access|routes|components)\/|^(@?prisma)/,
		'a report can be drawn from a JSON file',
	],
	[
		/^(app\/(?!http\/|routes\/|components\/|root\.|entry\.|routes\.ts)|reports\/|prisma\/)/,
		/^@remix-run/,
		'leaving Remix must be a rename in four rooms',
	],
	[
		/^app\/jobs\//,
		/^(react|recharts|@remix-run)|^app\/(http|routes|components)\//,
		'what runs by the clock has no request and no page',
	],
	[/^(app|reports|prisma)\//, /^(tests|bench)\//, 'what is shipped does not need its tests'],
	[
		/^app\/(config|log|db|files|mail)\.server/,
		/^(app\/(?!config\.server)|reports\/|prisma\/(?!generated\/))/,
		'the doors to the world know no noun',
	],
]
