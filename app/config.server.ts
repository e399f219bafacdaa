import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

const Environment = z.object({
	NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
	/** Port the site answers on. */
	PORT: port.default(3000),
	/** Address the site listens on. */
	HOST: z.string().min(1).default('127.0.0.1'),
	/** Folder of the database, the files and the keys. */
	DATA_DIR: z.string().min(1).default('./data'),
	/** A PostgreSQL server; absent: the embedded database in DATA_DIR. */
	DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
	/** Address people use, scheme and host, without a slash at the end. */
	BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
	/** Mail server; absent: mails are written to DATA_DIR/outbox. */
	SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
	/** Sender of mails. */
	MAIL_FROM: z.string().min(3).default('Renaksi <noreply@localhost>'),
	/** Address of an S3-compatible service for evidence files; absent: they are kept in DATA_DIR/files. */
	FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
	FILES_S3_REGION: z.string().min(1).default('auto'),
	FILES_S3_BUCKET: z.string().min(1).optional(),
	FILES_S3_KEY_ID: z.string().min(1).optional(),
	FILES_S3_SECRET: z.string().min(1).optional(),
	/** Room for the evidence files of one organization, in MB. */
	EVIDENCE_QUOTA_MB: z.coerce.number().int().min(1).default(2048),
	/** How long a request to add a key, or to sign with one, can be answered. Unit: minutes. */
	KEY_CHALLENGE_MINUTES: z.coerce.number().int().min(1).max(60).default(5),
	/** Socket of a ClamAV daemon that looks at files before they are cleaned; absent: nothing looks. */
	CLAMD_SOCKET: z.string().min(1).optional(),
	/** Origin of the public log: host and path, no scheme, no slash at the end. */
	LOG_ORIGIN: z
		.string()
		.regex(/^[^\s+]+$/)
		.optional(),
	/** Number of trusted proxies in front that append to X-Forwarded-For. */
	TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
	/** Licence of the open data, by its SPDX identifier. */
	OPEN_DATA_LICENCE: z.enum(['CC-BY-4.0', 'CC0-1.0', 'ODC-By-1.0']).default('CC-BY-4.0'),
	/** What the first start loads: the demonstration set, or only the reference data. */
	SEED: z.enum(['demonstration', 'reference']).default('demonstration'),
	/** Below so much free disk the embedded database takes no more writing, in MB; 0: never. */
	READ_ONLY_BELOW_MB: z.coerce.number().int().min(0).default(200),
	/** Word that whoever collects figures sends to read /metrics; absent: there is no such page. */
	METRICS_TOKEN: z.string().min(24).optional(),
	LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

/** Half of the settings of a service are a mistake, not a wish for the disk. */
const Settings = Environment.superRefine((env, faults) => {
	const { FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_KEY_ID, FILES_S3_SECRET } = env
	const needed = { FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_KEY_ID, FILES_S3_SECRET }
	const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []))
	if (missing.length === Object.keys(needed).length) return
	for (const name of missing) {
		faults.addIssue({
			code: 'custom',
			path: [name],
			message: 'is missing beside the other FILES_S3 settings',
		})
	}
})

/** An S3-compatible service that keeps evidence files. */
export type S3Settings = {
	readonly endpoint: string
	readonly region: string
	readonly bucket: string
	readonly keyId: string
	readonly secret: string
}

export type Config = {
	readonly isProduction: boolean
	readonly port: number
	readonly host: string
	readonly dataDir: string
	readonly databaseUrl: string | null
	readonly baseUrl: string
	readonly smtpUrl: string | null
	readonly mailFrom: string
	/** Where evidence files are kept; null: on the disk, in DATA_DIR/files. */
	readonly filesOnS3: S3Settings | null
	readonly evidenceQuotaBytes: number
	readonly keyChallengeMinutes: number
	readonly clamdSocket: string | null
	readonly logOrigin: string
	readonly trustedProxies: number
	readonly openDataLicence: 'CC-BY-4.0' | 'CC0-1.0' | 'ODC-By-1.0'
	readonly seed: 'demonstration' | 'reference'
	readonly readOnlyBelowBytes: number
	/** Null: figures are told to nobody. */
	readonly metricsToken: string | null
	readonly logLevel: string
}

/** Thrown when the environment cannot be used; the message names each variable and what is wrong with it. */
export class ConfigError extends Error {
	override readonly name = 'ConfigError'
}

/** The configuration from the environment (and `.env`, where there is one). The only reader of `process.env`. */
export function readConfig(): Config {
	if (existsSync('.env')) process.loadEnvFile('.env')
	return configFrom(process.env)
}

/**
 * The configuration from given variables. An empty text counts as absent.
 *
 * Throws  ConfigError with one line per variable that cannot be used.
 */
export function configFrom(variables: Readonly<Record<string, string | undefined>>): Config {
	const given = Object.fromEntries(
		Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
	)
	const parsed = Settings.safeParse(given)
	if (!parsed.success) {
		throw new ConfigError(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('\n'))
	}
	const env = parsed.data
	const baseUrl = (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '')
	return {
		isProduction: env.NODE_ENV === 'production',
		port: env.PORT,
		host: env.HOST,
		dataDir: resolve(env.DATA_DIR),
		databaseUrl: env.DATABASE_URL ?? null,
		baseUrl,
		smtpUrl: env.SMTP_URL ?? null,
		mailFrom: env.MAIL_FROM,
		filesOnS3: s3From(env),
		evidenceQuotaBytes: env.EVIDENCE_QUOTA_MB * 2 ** 20,
		keyChallengeMinutes: env.KEY_CHALLENGE_MINUTES,
		clamdSocket: env.CLAMD_SOCKET ?? null,
		logOrigin: env.LOG_ORIGIN ?? `${new URL(baseUrl).host}/log`,
		trustedProxies: env.TRUSTED_PROXIES,
		openDataLicence: env.OPEN_DATA_LICENCE,
		seed: env.SEED,
		readOnlyBelowBytes: env.READ_ONLY_BELOW_MB * 2 ** 20,
		metricsToken: env.METRICS_TOKEN ?? null,
		logLevel: env.LOG_LEVEL,
	}
}

/** The service, where all of it is named; where only a part is, the variables have been refused. */
function s3From(env: z.infer<typeof Environment>): S3Settings | null {
	const { FILES_S3_ENDPOINT: endpoint, FILES_S3_REGION: region, FILES_S3_BUCKET: bucket } = env
	const { FILES_S3_KEY_ID: keyId, FILES_S3_SECRET: secret } = env
	if (!endpoint || !bucket || !keyId || !secret) return null
	return { endpoint, region, bucket, keyId, secret }
}
