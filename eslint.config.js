import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const defaultExport = {
	selector: 'ExportDefaultDeclaration',
	message: 'Export by name. Only routes, entries, the root and configuration files export a default.',
}
const cast = {
	selector: 'TSAsExpression:not([typeAnnotation.typeName.name="const"])',
	message:
		'Parse, do not cast: a Zod schema or a type guard. Mappings that need a cast are listed in eslint.config.js.',
}
const never = [
	{
		selector: 'TSNonNullExpression',
		message: 'Say what happens when it is missing: a guard clause, a default or a Refusal.',
	},
	{ selector: 'TSEnumDeclaration', message: 'Write a list `as const` and take the type from it.' },
	{
		selector: 'ClassDeclaration:not([superClass.name="Error"])',
		message: 'Write functions: data in, data out. Classes are for errors only.',
	},
	{
		selector: 'JSXAttribute[name.name="style"]',
		message: 'The content security policy refuses inline styles: write a class in app/styles.',
	},
	{
		selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
		message: 'Text from people is never markup: compose elements in app/components.',
	},
]

/** Where a value leaves the type system, for a reason the file itself explains. */
const mappings = ['app/db.server.ts', 'prisma/schema-engine.ts']

/** Files whose default export is asked for by a tool: Remix, Vite, Vitest, Playwright, Prisma. */
const defaultExporters = ['*.config.{js,ts}', 'app/*.{ts,tsx}', 'app/routes/**', 'tests/support/**']

export default tseslint.config(
	{
		ignores: [
			'build/',
			'data/',
			'node_modules/',
			'prisma/generated/',
			'test-results/',
			'playwright-report/',
			'.cache/',
		],
	},
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	tseslint.configs.strictTypeChecked,
	{
		languageOptions: {
			globals: globals.node,
			parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-else-return': ['error', { allowElseIf: false }],
			'no-restricted-globals': [
				'error',
				{
					name: 'console',
					message: 'Log through app/log.server.ts; a command line tool writes with process.stdout.write.',
				},
			],
			'no-restricted-syntax': ['error', defaultExport, cast, ...never],
			'max-params': ['error', 3],
			'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
			'@typescript-eslint/consistent-type-definitions': ['error', 'type'],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-non-null-assertion': 'off', // said with its place in `never`
			'@typescript-eslint/no-meaningless-void-operator': 'off', // `() => void work()` names what is thrown away
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
			],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			// Text is counted in code points, as the rules that limit it say.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			// Slow, and about what is not here: enums, classes, and Remix 2's `json`, which single fetch was to replace.
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
			'@typescript-eslint/no-deprecated': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// A thrown Response is how Remix ends a request.
			'@typescript-eslint/only-throw-error': [
				'error',
				{
					allow: [
						{ from: 'lib', name: 'Response' },
						{ from: 'package', package: '@types/node', name: 'Response' },
						{ from: 'package', package: '@remix-run/server-runtime', name: 'TypedResponse' },
					],
				},
			],
		},
	},
	{ files: ['**/*.tsx'], ...a11y.flatConfigs.strict },
	{ files: ['**/*.tsx', 'app/entry.client.tsx'], languageOptions: { globals: globals.browser } },
	{ files: defaultExporters, rules: { 'no-restricted-syntax': ['error', cast, ...never] } },
	{
		files: mappings,
		rules: {
			'no-restricted-syntax': ['error', defaultExport, ...never],
			'@typescript-eslint/no-unsafe-call': 'off',
		},
	},
	{
		files: ['tests/**', 'bench/**'],
		rules: {
			'no-restricted-syntax': ['error', ...never],
			'max-lines-per-function': 'off',
			'max-params': 'off',
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
		},
	},
	{ files: ['tests/support/no-console-noise.ts'], rules: { 'no-restricted-globals': 'off' } },
	{ files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
)
