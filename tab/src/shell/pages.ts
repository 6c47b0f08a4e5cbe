/** Pages that are files of their own, so that the first one comes quickly. */
export const PAGES = {
  initiative: async () => ({ Component: (await import('../initiative/InitiativePage.tsx')).InitiativePage }),
  todo: async () => ({ Component: (await import('../todo/TodoPage.tsx')).TodoPage }),
  undelivered: async () => ({
    Component: (await import('../undelivered/UndeliveredPage.tsx')).UndeliveredPage,
  }),
  propose: async () => ({ Component: (await import('../propose/ProposePage.tsx')).ProposePage }),
};

/** Fetches the rest while nothing else is going on, so that no page is missing when the network is. */
export async function fetchAllPages(): Promise<void> {
  for (const page of Object.values(PAGES)) await page().catch(() => undefined);
}
