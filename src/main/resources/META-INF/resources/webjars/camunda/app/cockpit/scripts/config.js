// Replaces the stock configuration of Cockpit.
export default {
  app: { name: 'Cockpit', vendor: 'PTCE' },
  // French alone: the language of the browser then plays no part.
  locales: { availableLocales: ['fr'], fallbackLocale: 'fr' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/ptce-fr', 'scripts/ptce-liens', 'scripts/ptce-suivi', 'scripts/ptce-parcours']
};
