// Replaces the stock configuration of Admin.
export default {
  app: { name: 'Admin', vendor: 'PTCE' },
  // French alone: the language of the browser then plays no part.
  locales: { availableLocales: ['fr'], fallbackLocale: 'fr' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/ptce-fr']
};
