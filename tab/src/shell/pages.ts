/** Pages that are files of their own, so that the first one comes quickly. */
export const PAGES = {
  initiative: async () => ({ Component: (await import('../initiative/InitiativePage.tsx')).InitiativePage }),
  todo: async () => ({ Component: (await import('../todo/TodoPage.tsx')).TodoPage }),
  undelivered: async () => ({
    Component: (await import('../undelivered/UndeliveredPage.tsx')).UndeliveredPage,
  }),
  propose: async () => ({ Component: (await import('../propose/ProposePage.tsx')).ProposePage }),
};

/**
 * Fetches the files of the rest, so that no page is missing when the network is. They are not run: that takes a tenth of
 * a second in which nothing would move, and somebody may be scrolling. The build names them (`tab/pageFiles.ts`).
 */
export function fetchAllPages(): void {
  const files = document.querySelector<HTMLMetaElement>('meta[name=pages]')?.content.split(' ') ?? [];
  for (const href of files.filter(Boolean)) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href, crossOrigin: '' });
    document.head.append(link);
  }
}
