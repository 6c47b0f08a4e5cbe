/** What Graph cannot see or do, so that a person must. Source: docs/adr (SharePoint store), "Who may read what". */
export const BY_HAND: Readonly<Record<'log' | 'portfolio', readonly string[]>> = {
  log: [
    'Webbplatsens ägare: två namngivna administratörer. Medlemmar och besökare: ingen. Alla som är med kan läsa loggen.',
    'Delning utanför kommunen: av. Sökindex: av (Webbplatsinställningar, Sök och tillgänglighet offline).',
    'Versionshistorik på listan Händelselogg: på. Då syns vem som har ändrat en rad, och det går att återställa den.',
    'Kvarhållning (Purview): enligt kommunens dokumenthanteringsplan.',
  ],
  portfolio: [
    'Dokumentbiblioteket: de som arbetar med ärenden får ändra, alla andra läser (Biblioteksinställningar, Behörigheter).',
    'Versionshistorik i dokumentbiblioteket: på (Biblioteksinställningar, Versionshantering).',
    'Gruppen som arbetar med skyddade ärenden: rätt medlemmar. Den kommer åt dokumenten i alla skyddade ärenden.',
    'Webbplatsens medlemmar: ingen. Medarbetarna: besökare (Läs). Det som ändras för hand i listorna skrivs över.',
    'Delning utanför kommunen: av.',
  ],
};
