import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { projectFolder } from '#app/project-folder.ts'

const schemaPath = join(projectFolder, 'prisma', 'schema.prisma')
const everything = { externalTables: [], externalEnums: [] }

async function engineOn(factory: SqlMigrationAwareDriverAdapterFactory): Promise<bindings.SchemaEngine> {
	const folder = dirname(
		createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
	)
	const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')))
	const instance = new WebAssembly.Instance(module, {
		'./schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
	})
	const { __wbg_set_wasm } = bindings as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void }
	__wbg_set_wasm(instance.exports)
	const start = instance.exports.__wbindgen_start
	if (typeof start === 'function') start()
	return bindings.SchemaEngine.new(
		{ datamodels: [[schemaPath, readFileSync(schemaPath, 'utf8')]] },
		() => undefined,
		bindMigrationAwareSqlAdapterFactory(factory),
	)
}

/**
 * The SQL that `schema.prisma` still wants on a database; a lone comment when migrations and schema agree.
 *
 * Prisma's native engine is a download that many networks block, and `prisma migrate` then does nothing and
 * exits 0, so the same engine is taken from the npm registry as WebAssembly.
 */
export async function pendingSql(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
	const engine = await engineOn(factory)
	const file = { path: schemaPath, content: readFileSync(schemaPath, 'utf8') }
	const result = await engine.diff({
		from: { tag: 'schemaDatasource', files: [file], configDir: dirname(schemaPath) },
		to: { tag: 'schemaDatamodel', files: [file] },
		script: true,
		exitCode: null,
		filters: everything,
	})
	return result.stdout ?? ''
}
