/**
 * Licences under which a host can offer the tables: the three that ask no more than a name, by their SPDX identifier.
 * The first is what OGP recommends for its own data, and what a site has where nobody chose. Source: our own list.
 */
export const LICENCES = ['CC-BY-4.0', 'CC0-1.0', 'ODC-By-1.0'] as const
export type Licence = (typeof LICENCES)[number]
