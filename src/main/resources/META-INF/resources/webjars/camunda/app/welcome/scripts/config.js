// Replaces the stock configuration of Welcome.
export default {
  app: { name: 'Accueil', vendor: 'PTCE' },
  // French alone: the language of the browser then plays no part.
  locales: { availableLocales: ['fr'], fallbackLocale: 'fr' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/ptce-fr'],
  links: [
    {
      label: 'Site public',
      href: '/',
      description: 'Déposer une candidature, suivre un dossier'
    },
    {
      label: 'Dossiers',
      href: '/dossiers',
      description: 'Les dossiers de candidature et leur histoire'
    }
  ]
};
