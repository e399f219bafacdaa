/**
 * The options of the Remix plugin, and the only place Remix is configured; `vite.config.ts` imports it.
 * Single fetch and lazy route discovery stay off: the serializer and the manifest endpoint they need have
 * published flaws that will not be fixed in Remix 2 (SECURITY.md).
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
	appDirectory: 'app',
	buildDirectory: 'build',
	serverModuleFormat: 'esm',
	future: {
		v3_fetcherPersist: true,
		v3_relativeSplatPath: true,
		v3_throwAbortReason: true,
		v3_routeConfig: true,
		v3_singleFetch: false,
		v3_lazyRouteDiscovery: false,
	},
}
