import type { Plugin } from 'vite';

/**
 * Names the files of the pages that are loaded when they are opened, in a `<meta name="pages">` of the start page:
 * so they can be fetched ahead without being run. What only Teams needs is left out.
 */
export function pageFiles(): Plugin {
  let base = '/';
  return {
    name: 'page-files',
    apply: 'build',
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const importsOf = (file: string): readonly string[] => {
          const chunk = bundle[file];
          return chunk?.type === 'chunk' ? [file, ...chunk.imports.flatMap(importsOf)] : [];
        };
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
        const atStart = new Set(
          chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => importsOf(fileName)),
        );
        const pages = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith('Page.tsx'));
        const files = new Set(pages.flatMap(({ fileName }) => importsOf(fileName)));
        const ahead = [...files].filter((file) => !atStart.has(file)).map((file) => base + file);
        return [{ tag: 'meta', attrs: { name: 'pages', content: ahead.join(' ') }, injectTo: 'head' }];
      },
    },
  };
}
